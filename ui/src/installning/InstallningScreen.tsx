/** Inställningar: what belongs to the person, to the plan, and to the file, a tab each. */
import { Tab, TabList, TabPanel, Tabs, type Key } from 'react-aria-components';
import type { ComponentType } from 'react';
import type { Installningsbild } from '../api/generated';
import { useRead } from '../api/use';
import { usePlace } from '../app/place';
import { Screen } from '../app/Screen';
import { helpedBy } from '../hjalp/open';
import { ErrorNotice, Loading } from '../shared/Notice';
import { BefattningSection } from './BefattningSection';
import { FilSection } from './FilSection';
import { OrganisationSection } from './OrganisationSection';
import { ProgramSection } from './ProgramSection';
import { RegelSection } from './RegelSection';
import { StatusordSection } from './StatusordSection';
import { StyrmodellSection } from './StyrmodellSection';
import { UppfoljningSection } from './UppfoljningSection';
import { VerksamhetsarSection } from './VerksamhetsarSection';
import './installning.css';

type Section = ComponentType<{ plan: Installningsbild }>;
const SECTIONS: readonly (readonly [id: string, label: string, view: Section])[] = [
  ['program', 'Utseende och vem jag är', ProgramSection],
  ['organisation', 'Organisation', OrganisationSection],
  ['befattning', 'Befattningar', BefattningSection],
  ['niva', 'Styrmodell', StyrmodellSection],
  ['verksamhetsar', 'Verksamhetsår', VerksamhetsarSection],
  ['uppfoljning', 'Uppföljningar', UppfoljningSection],
  ['statusord', 'Statusord', StatusordSection],
  ['regler', 'Planen och dess gränser', RegelSection],
  ['fil', 'Filen och säkerhetskopior', FilSection],
];

const CHANGE = ['F2', 'ändra'] as const;
const MOVE = ['Alt+ArrowUp ArrowDown', 'flytta'] as const;
const ALL_KEYS = [CHANGE, ['Insert', 'lägg till'], ['Delete', 'ta bort']] as const;
/** What the keys do in each section; none: nothing there is a grid. */
const KEYS: Partial<Record<string, readonly (readonly [string, string])[]>> = {
  organisation: [MOVE, ...ALL_KEYS],
  befattning: ALL_KEYS,
  niva: [MOVE, ...ALL_KEYS],
  uppfoljning: ALL_KEYS,
  verksamhetsar: [CHANGE],
  statusord: [CHANGE, ['Delete', 'återställ']],
  regler: [CHANGE, ['Delete', 'återställ']],
};

export default function InstallningScreen() {
  const { place, go } = usePlace();
  const read = useRead('read_installning', {});
  // A thing that was found goes to the section of its kind.
  const wanted = place.part ?? place.thing?.kind;
  const part = SECTIONS.find(([id]) => id === wanted)?.[0] ?? 'program';
  const plan = read.data;
  return (
    <Screen name="installning" title="Inställningar" keys={KEYS[part]}>
      {read.error && <ErrorNotice error={read.error} />}
      {!plan && !read.error && <Loading />}
      {plan && (
        <Tabs {...helpedBy(part === 'fil' ? 'filer' : undefined)} className="settings" orientation="vertical" selectedKey={part} onSelectionChange={(key: Key) => go({ part: String(key) })}>
          <TabList className="settings-tabs" aria-label="Inställningar">
            {SECTIONS.map(([id, label]) => (
              <Tab key={id} id={id} className="settings-tab">
                {label}
              </Tab>
            ))}
          </TabList>
          {SECTIONS.map(([id, label, View]) => (
            <TabPanel key={id} id={id} className="settings-panel" aria-label={label}>
              <View plan={plan} />
            </TabPanel>
          ))}
        </Tabs>
      )}
    </Screen>
  );
}
