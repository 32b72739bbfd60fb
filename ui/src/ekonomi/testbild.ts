/** A small table for the tests: two typed rows, their sum, and the result. */
import type { Beloppscell, Ekonomibild, Tabellrad, Tabellradslag } from '../api/generated';

const nothing = { ore: null, text: '' };

function belopp(tkr: number | null, andras: boolean): Beloppscell {
  const text = tkr === null ? '' : String(tkr).replace('-', '−');
  return { belopp: tkr === null ? null : { ore: tkr * 100_000 }, text, typat: text, andras };
}

export function rad(id: string, slag: Tabellradslag, prognos: number | null): Tabellrad {
  const typed = slag === 'rad';
  return {
    id,
    nyckel: { driftrad: id },
    namn: `Rad ${id}`,
    slag,
    niva: 1,
    barn: false,
    budget: belopp(-100, typed),
    utfall: belopp(null, typed),
    forbrukat: '',
    prognos: belopp(prognos, typed),
    prognos_fran: '',
    avvikelse: nothing,
    tidigare: nothing,
    andring: nothing,
    kommentar: 'ingen',
  };
}

export const bild = (rader: Tabellrad[] = [rad('a', 'rad', -110), rad('b', 'rad', null), rad('s', 'summa', -110), rad('c', 'rad', 5), rad('r', 'resultat', -105)]): Ekonomibild => ({
  vy: 'drift',
  period: '2026-10',
  period_text: 'oktober 2026',
  perioder: [],
  kolumner: { budget: ['Budget', '2026'], utfall: ['Utfall', 't.o.m. okt'], forbrukat: ['Förbrukat', ''], prognos: ['Prognos', 'helår 2026'], avvikelse: ['Avvikelse', ''], tidigare: null, andring: null },
  rader,
  teckenregel: '',
  tom: false,
  behover: [],
  sammanfattning: '',
  stangt: '',
  noter: [],
});
