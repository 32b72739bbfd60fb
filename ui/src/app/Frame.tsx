/** The frame round every screen of an open plan: the places to go on the left, the chosen screen beside. */
import { ClipboardCheck, FileInput, FileText, History, ListTree, Moon, Settings, Sun, Wallet, type LucideIcon } from 'lucide-react';
import { Suspense, lazy, type ComponentType } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call';
import type { Filbild, Programbild } from '../api/generated';
import { IconButton } from '../shared/Button';
import { Loading } from '../shared/Notice';
import PlanScreen from '../plan/PlanScreen';
import { withSoftHyphens } from '../shared/typeset';
import { Boundary } from './Boundary';
import { useCommands, type Command } from './commands';
import { useElsewhere } from './elsewhere';
import { usePartCommands } from './parts';
import { go, usePlace, type ScreenName } from './place';
import { useUndoCommands } from './undo';

interface Destination {
  screen: ScreenName;
  label: string;
  icon: LucideIcon;
  view: ComponentType;
}

const PLACES: { heading: string; places: Destination[] }[] = [
  {
    heading: 'Planera',
    places: [
      { screen: 'plan', label: 'Plan', icon: ListTree, view: PlanScreen },
      { screen: 'inlasning', label: 'Läs in', icon: FileInput, view: lazy(() => import('../inlasning/InlasningScreen')) },
    ],
  },
  {
    heading: 'Följ upp',
    places: [
      { screen: 'uppfoljning', label: 'Uppföljning', icon: ClipboardCheck, view: lazy(() => import('../uppfoljning/UppfoljningScreen')) },
      { screen: 'ekonomi', label: 'Ekonomi', icon: Wallet, view: lazy(() => import('../ekonomi/EkonomiScreen')) },
    ],
  },
  {
    heading: 'Leverera',
    places: [{ screen: 'rapport', label: 'Rapporter', icon: FileText, view: lazy(() => import('../rapport/RapportScreen')) }],
  },
  {
    heading: 'Filen',
    places: [
      { screen: 'historik', label: 'Historik', icon: History, view: lazy(() => import('../historik/HistorikScreen')) },
      { screen: 'installning', label: 'Inställningar', icon: Settings, view: lazy(() => import('../installning/InstallningScreen')) },
    ],
  },
];
const ALL = PLACES.flatMap((group) => group.places);

function goCommands(current: ScreenName): Command[] {
  return ALL.map((place, i) => ({
    id: `go-${place.screen}`,
    label: place.label,
    group: 'Gå till',
    shortcut: `Ctrl+${i + 1}`,
    checked: place.screen === current,
    run: () => go({ screen: place.screen }),
  }));
}

function Navigation({ program, file }: { program: Programbild; file: Filbild }) {
  const { place } = usePlace();
  const client = useQueryClient();
  const isDark = document.documentElement.dataset.theme === 'dark';
  const turn = async () => {
    await call('set_program', { utseende: isDark ? 'ljus' : 'mork' });
    await client.invalidateQueries({ queryKey: ['read_program'] });
  };
  return (
    <nav className="nav" aria-label="Huvudmeny">
      <div className="nav-plan">
        <span className="badge" aria-hidden="true">
          {file.namn.slice(0, 1)}
        </span>
        <div>
          <strong>{withSoftHyphens(file.namn)}</strong>
          <small>{file.rubrik}</small>
        </div>
      </div>
      {PLACES.map((group) => (
        <section key={group.heading}>
          <h2>{group.heading}</h2>
          <ul>
            {group.places.map(({ screen, label, icon: Icon }) => (
              <li key={screen}>
                <a
                  href={`#${screen}`}
                  aria-label={label}
                  aria-current={place.screen === screen ? 'page' : undefined}
                  onClick={(event) => {
                    event.preventDefault();
                    go({ screen });
                  }}
                >
                  <Icon size={16} strokeWidth={1.75} aria-hidden />
                  <span>{label}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div className="nav-foot">
        <p>{program.sparat}</p>
        <IconButton label={isDark ? 'Ljust utseende' : 'Mörkt utseende'} onPress={() => void turn()}>
          {isDark ? <Sun size={16} /> : <Moon size={16} />}
        </IconButton>
      </div>
    </nav>
  );
}

export function Frame({ program, file }: { program: Programbild; file: Filbild }) {
  const { place } = usePlace();
  useCommands(goCommands(place.screen));
  useElsewhere();
  useUndoCommands();
  usePartCommands();
  const View = (ALL.find((p) => p.screen === place.screen) ?? ALL[0])?.view;
  return (
    <>
      <a className="skip" href="#content">
        Hoppa till innehållet
      </a>
      <div className="frame">
        <Navigation program={program} file={file} />
        <Boundary message="Skärmen kunde inte visas." hint="Försök igen eller gå till en annan skärm." of={place.screen} isScreen>
          <Suspense fallback={<Loading />}>{View && <View key={place.screen} />}</Suspense>
        </Boundary>
      </div>
    </>
  );
}
