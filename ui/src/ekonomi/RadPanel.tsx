/** The side panel of a row: forecast, what it can lean on, comment, and what can be done with the row itself. */
import { ArrowDown, ArrowUp, Check, ChevronLeft, ChevronRight, CircleAlert, PencilLine, Trash2 } from 'lucide-react';
import { Checkbox } from 'react-aria-components';
import { refusalOf } from '../api/refusal';
import { useRead, useWrite } from '../api/use';
import type { Ekonomibild, Ekonomikommentar, Ekonominyckel, Ekonomirad, Stodrad, Summadel, Tabellrad, UiError } from '../api/generated';
import type { Thing } from '../app/place';
import { FoldedHistory } from '../historik/ThingHistory';
import { Button, IconButton } from '../shared/Button';
import { MarkdownField } from '../shared/MarkdownField';
import { Prognosfalt } from './Prognosfalt';
import type { Radverb } from './useRadverb';

interface Props {
  bild: Ekonomibild;
  row: Tabellrad;
  verb: Radverb;
  save: (text: string) => Promise<UiError | undefined>;
  select: (id: string) => void;
  rename: () => void;
}

function Stod({ stod, use }: { stod: readonly Stodrad[]; use: (typat: string) => void }) {
  if (stod.length === 0) return null;
  return (
    <table className="support">
      <caption>Stöd för prognosen</caption>
      <tbody>
        {stod.map((rad) => (
          <tr key={rad.namn}>
            <th scope="row">
              {rad.namn}
              {rad.not && <small>{rad.not}</small>}
            </th>
            <td>{rad.text}</td>
            <td>
              {rad.typat && (
                <Button variant="link" aria-label={`Använd ${rad.namn.toLocaleLowerCase('sv')}, ${rad.text} tkr`} onPress={() => use(rad.typat)}>
                  Använd
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Kommentar({ kommentar, id }: { kommentar: Ekonomikommentar; id: string }) {
  const write = useWrite();
  const { year, month, avsnitt, subject_id } = kommentar;
  const save = (text: string) => refusalOf(write, 'set_avsnittstext', { year, month, avsnitt, subject_id, text }, { said: 'Kommentaren är sparad.' });
  const asked = kommentar.lage === 'behovs';
  const note = asked && (
    <span className="asked">
      <CircleAlert size={14} aria-hidden />
      {kommentar.fran || 'Kommentar behövs'}
    </span>
  );
  return (
    <section className={`row-comment ${asked ? 'wanted' : ''}`}>
      <MarkdownField key={`${id} ${kommentar.month}`} label="Kommentar" value={kommentar.text} save={save} rows={5} note={note || (kommentar.fran && <small className="quiet">{kommentar.fran}</small>)} foot={kommentar.skal} />
      {kommentar.fran && (
        <Button variant="link" onPress={() => void save(kommentar.text)}>
          Behåll texten oförändrad
        </Button>
      )}
    </section>
  );
}

function Delar({ delar, id }: { delar: readonly Summadel[]; id: string }) {
  const write = useWrite();
  const set = (del: Summadel, med: boolean) => {
    const kept = delar.filter((d) => (d.id === del.id ? med : d.med)).map((d) => d.id);
    void write('update_driftrad', { id, patch: { delar: kept } });
  };
  return (
    <fieldset className="parts-of">
      <legend>Summan består av</legend>
      {delar.map((del) => (
        <Checkbox key={del.id} className="check" isSelected={del.med} onChange={(med) => set(del, med)}>
          <span className="box">
            <Check size={13} aria-hidden />
          </span>
          {del.namn}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function Turer({ bild, row, select }: Pick<Props, 'bild' | 'row' | 'select'>) {
  const at = bild.behover.indexOf(row.id);
  const all = bild.behover.length;
  const before = bild.behover[at - 1];
  const after = at < 0 ? bild.behover[0] : bild.behover[at + 1];
  return (
    <div className="panel-turn">
      <p className="over">{at >= 0 ? `Rad ${at + 1} av ${all} som behöver kommentar` : bild.period_text}</p>
      {all > 0 && (
        <>
          <IconButton label="Föregående som behöver kommentar" isDisabled={!before} onPress={() => before && select(before)}>
            <ChevronLeft size={16} />
          </IconButton>
          <IconButton label="Nästa som behöver kommentar" shortcut="Ctrl+Enter" isDisabled={!after} onPress={() => after && select(after)}>
            <ChevronRight size={16} />
          </IconButton>
        </>
      )}
    </div>
  );
}

/** What the log knows the row by. */
const thingOf = (nyckel: Ekonominyckel): Thing => ('driftrad' in nyckel ? { kind: 'driftrad', id: nyckel.driftrad } : { kind: 'verksamhet', id: nyckel.verksamhet.id });

export function RadPanel({ bild, row, verb, save, select, rename }: Props) {
  const nyckel = row.nyckel;
  const read = useRead('read_ekonomirad', nyckel && { nyckel, period: bild.period });
  const rad: Ekonomirad | undefined = nyckel && !read.isPlaceholderData ? read.data : undefined;
  const driftrad = nyckel && 'driftrad' in nyckel ? nyckel.driftrad : null;
  const useStod = (typat: string) => void save(typat);
  return (
    <>
      <Turer bild={bild} row={row} select={select} />
      <h2>{rad?.rubrik ?? row.namn}</h2>
      {!nyckel && <p className="quiet">Summan räknas ut av verksamheternas belopp.</p>}
      {rad && nyckel && (
        <>
          {rad.delar.length === 0 && (
            <>
              <Prognosfalt key={row.id} rad={rad} nyckel={nyckel} period={bild.period} save={save} />
              <Stod stod={rad.stod} use={useStod} />
            </>
          )}
          <Kommentar kommentar={rad.kommentar} id={row.id} />
          {driftrad && rad.delar.length > 0 && <Delar delar={rad.delar} id={driftrad} />}
          <FoldedHistory key={row.id} thing={thingOf(nyckel)} />
          <section className="row-verbs" aria-label="Raden">
            <Button variant="quiet" onPress={rename}>
              <PencilLine size={15} aria-hidden />
              Byt namn
            </Button>
            <IconButton label="Flytta upp" shortcut="Alt+ArrowUp" isDisabled={!verb.canMove(row, -1)} onPress={() => void verb.move(row, -1)}>
              <ArrowUp size={16} />
            </IconButton>
            <IconButton label="Flytta ned" shortcut="Alt+ArrowDown" isDisabled={!verb.canMove(row, 1)} onPress={() => void verb.move(row, 1)}>
              <ArrowDown size={16} />
            </IconButton>
            <Button variant="quiet" onPress={() => void verb.remove(row)}>
              <Trash2 size={15} aria-hidden />
              Ta bort
            </Button>
          </section>
        </>
      )}
    </>
  );
}
