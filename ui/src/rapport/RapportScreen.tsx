/** Rapporter: the sections, the very pages, and what to see to before the report is sent. */
import { Archive, Download, FileSpreadsheet, Gavel, Lock, PanelRightClose, PanelRightOpen } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useWrite } from '../api/use';
import type { Arkivpost, Avsnittsbild, Avsnittsplats, NyAvsnittstext, Rapportbild } from '../api/generated';
import { useCommands } from '../app/commands';
import { ofScreen } from '../app/elsewhere';
import { usePlace, type Thing } from '../app/place';
import { panelStore } from '../app/remember';
import { Screen } from '../app/Screen';
import { Button, IconButton } from '../shared/Button';
import { ErrorNotice, Loading } from '../shared/Notice';
import { Arkiv } from './Arkiv';
import { Avsnittslista } from './Avsnittslista';
import { useChoice } from './choice';
import { FaststallDialog, LasDialog, SkalDialog, type Act } from './dialoger';
import { useFiler } from './filer';
import { InnanUtskick } from './InnanUtskick';
import { Lagessteg } from './Lagessteg';
import { Lagrad } from './Lagrad';
import { Rapportvaljare } from './Rapportvaljare';
import { Sidor, type SidorHandle } from './Sidor';
import { Skrivpanel } from './Skrivpanel';
import { useRapport, type Version } from './useRapport';
import './rapport.css';

const PRINT = ['Ctrl+P', 'skriv ut'] as const;

/** The section that the view is in: the last one that has begun. */
function sectionAt(bild: Rapportbild | undefined, at: Avsnittsplats): string | null {
  const before = bild?.avsnitt.filter((a) => a.plats && (a.plats.sida < at.sida || (a.plats.sida === at.sida && a.plats.andel <= at.andel)));
  const last = before?.toSorted((a, b) => a.plats!.sida - b.plats!.sida || a.plats!.andel - b.plats!.andel).at(-1);
  return last?.nyckel ?? bild?.avsnitt.find((a) => a.plats)?.nyckel ?? null;
}

/** The stored version that was asked for from elsewhere. */
const versionOf = (thing: Thing | undefined): Version => (thing?.kind === 'rapport' && thing.id ? { id: thing.id } : 'gallande');

/** The side column can be closed, and stays so. */
function useSide(): [boolean, () => void] {
  const closed = panelStore.use().closed;
  const isClosed = closed.includes('rapport');
  const toggle = () => panelStore.set({ closed: isClosed ? closed.filter((n) => n !== 'rapport') : [...closed, 'rapport'] });
  return [!isClosed, toggle];
}

export default function RapportScreen() {
  const { val, choose } = useChoice();
  const { place } = usePlace();
  const [version, setVersion] = useState<Version>(() => versionOf(place.thing));
  const [writing, setWriting] = useState<NyAvsnittstext | null>(null);
  const [opened, setOpened] = useState<{ avsnitt: string; subject: string | null } | null>(null);
  const [act, setAct] = useState<Act | null>(null);
  const [archive, setArchive] = useState(false);
  const [at, setAt] = useState<Avsnittsplats>({ sida: 1, andel: 0 });
  const [zoom, setZoom] = useState('');
  const [side, toggleSide] = useSide();
  const pages = useRef<SidorHandle>(null);
  const write = useWrite();
  const { data: bild, error } = useRapport(val, version, writing);
  const filer = useFiler(bild, val);
  const reset = () => {
    setVersion('gallande');
    setOpened(null);
    setWriting(null);
  };
  // A report that was found is shown as the version it is.
  useEffect(() => {
    if (place.thing?.kind !== 'rapport') return;
    reset();
    setVersion(versionOf(place.thing));
  }, [place.thing]);
  const pick: typeof choose = (change) => {
    reset();
    choose(change);
  };
  const saveTemplate = useCallback(
    (avsnitt: readonly Avsnittsbild[], said: string) => {
      const slag = bild?.val.slag ?? 'manad';
      const rows = avsnitt.map((a) => ({ slag, avsnitt: a.nyckel, med: a.med, rubrik: a.egen_rubrik, sort_key: '' }));
      void write('set_rapportmall', { slag, avsnitt: rows }, { said });
    },
    [bild, write],
  );
  const openText = (avsnitt: string, subject: string | null) => {
    setOpened({ avsnitt, subject });
    if (!side) toggleSide();
    const one = bild?.avsnitt.find((a) => a.nyckel === avsnitt);
    if (one?.plats) pages.current?.show(one.plats, one.rubrik);
  };
  const section = opened && bild?.lage.kan.andra ? bild.avsnitt.find((a) => a.nyckel === opened.avsnitt) : undefined;
  const kan = bild?.lage.kan;
  useCommands([
    ofScreen('rapport-print', { enabled: bild !== undefined, run: () => void filer.print() }),
    ofScreen('rapport-pdf', { enabled: bild !== undefined, run: () => void filer.save('pdf') }),
    ofScreen('rapport-excel', { enabled: bild !== undefined, run: () => void filer.save('xlsx') }),
    // Known when the report is: until then what would go here stands in menu and palette.
    ...(kan
      ? [
          ofScreen('rapport-lock', { enabled: kan.lasa, run: () => setAct('lasa') }),
          ofScreen('rapport-decide', { enabled: kan.faststalla, run: () => setAct('faststalla') }),
          ofScreen('rapport-unlock', { enabled: kan.lasa_upp, run: () => setAct('lasa_upp') }),
          ofScreen('rapport-revoke', { enabled: kan.upphava, run: () => setAct('upphava') }),
        ]
      : []),
    ofScreen('rapport-arkiv', { run: () => setArchive(true) }),
    { id: 'panel', label: side ? 'Dölj sidopanelen' : 'Visa sidopanelen', group: 'Visa', shortcut: 'F4', run: toggleSide },
  ]);
  const showPost = (post: Arkivpost) => {
    setArchive(false);
    pick({ slag: post.slag, period: post.period, enhet: post.slag === 'verksamhetsplan' ? post.organisation_id : '' });
    setVersion({ id: post.id });
  };
  const actions = (
    <>
      <Button onPress={() => setArchive(true)}>
        <Archive size={15} aria-hidden />
        Arkiv
      </Button>
      <Button isDisabled={!bild} onPress={() => void filer.save('xlsx')}>
        <FileSpreadsheet size={15} aria-hidden />
        Excel
      </Button>
      <Button isDisabled={!bild} onPress={() => void filer.save('pdf')}>
        <Download size={15} aria-hidden />
        PDF
      </Button>
      {kan?.lasa && (
        <Button variant="primary" onPress={() => setAct('lasa')}>
          <Lock size={15} aria-hidden />
          Lås för utskick
        </Button>
      )}
      {kan?.faststalla && (
        <Button variant="primary" onPress={() => setAct('faststalla')}>
          <Gavel size={15} aria-hidden />
          Fastställ …
        </Button>
      )}
      <IconButton label={side ? 'Dölj sidopanelen' : 'Visa sidopanelen'} shortcut="F4" onPress={toggleSide}>
        {side ? <PanelRightClose size={16} /> : <PanelRightOpen size={16} />}
      </IconButton>
    </>
  );
  const dialog = bild && { titel: bild.titel, val, lage: bild.lage, ingress: bild.kontroll?.anmarkningar.length ? bild.kontroll.ingress : '', onClose: () => setAct(null) };
  return (
    <Screen
      name="rapport"
      title={bild?.titel ?? 'Rapporter'}
      beside={bild && <Rapportvaljare val={bild.val} choose={pick} />}
      actions={actions}
      chips={bild && <Lagessteg lage={bild.lage} onVersion={setVersion} />}
      status={bild && (zoom ? `${bild.sidor[at.sida - 1]?.ord ?? ''} · ${zoom}` : 'Rapporten visas som text')}
      keys={kan?.andra ? [['Alt+ArrowUp ArrowDown', 'flytta avsnitt'], ['Blanksteg', 'av eller på'], PRINT] : [PRINT]}
    >
      {error && !bild && <ErrorNotice error={error} />}
      {!error && !bild && <Loading />}
      {bild && (
        <div className="rapport" data-side={side || undefined} data-writing={(side && section !== undefined) || undefined}>
          <section className="rapport-vanster" aria-labelledby="rapport-avsnitt">
            <header className="rapport-kolumnhuvud rad">
              <h2 id="rapport-avsnitt">Avsnitt</h2>
              {kan?.andra && <p className="quiet">{bild.klara}</p>}
            </header>
            <Avsnittslista
              avsnitt={bild.avsnitt}
              current={sectionAt(bild, at)}
              canChange={kan?.andra === true}
              onShow={(a) => a.plats && pages.current?.show(a.plats, a.rubrik)}
              onWrite={(a) => openText(a.nyckel, null)}
              onChange={saveTemplate}
            />
          </section>
          <Sidor ref={pages} bild={bild} onScroll={setAt} onZoom={setZoom} />
          {side && (
            <aside className="rapport-hoger" aria-label="Sidopanel">
              {section && opened ? (
                <Skrivpanel
                  key={`${opened.avsnitt} ${opened.subject ?? ''}`}
                  avsnitt={section}
                  subject={opened.subject}
                  onTyping={setWriting}
                  onRename={(rubrik) => saveTemplate(bild.avsnitt.map((a) => (a.nyckel === section.nyckel ? { ...a, egen_rubrik: rubrik } : a)), 'Rubriken är ändrad')}
                  onClose={() => setOpened(null)}
                />
              ) : (
                <>
                  {bild.kontroll && <InnanUtskick kontroll={bild.kontroll} onText={openText} />}
                  <Lagrad lage={bild.lage} onAct={setAct} onExtract={(id) => void filer.extract(id)} />
                </>
              )}
            </aside>
          )}
        </div>
      )}
      {dialog && act === 'lasa' && <LasDialog {...dialog} />}
      {dialog && act === 'faststalla' && <FaststallDialog {...dialog} />}
      {dialog && (act === 'lasa_upp' || act === 'upphava') && <SkalDialog {...dialog} act={act} />}
      <Arkiv isOpen={archive} onClose={() => setArchive(false)} onShow={showPost} onExtract={(id) => void filer.extract(id)} />
      {filer.dialog}
    </Screen>
  );
}
