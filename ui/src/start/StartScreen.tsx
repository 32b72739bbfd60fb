/** Where the program begins: a new plan to the left, the plans there are to the right. A file may be dropped anywhere. */
import { CircleHelp, Settings } from 'lucide-react';
import { useState } from 'react';
import type { Programbild } from '../api/generated';
import { runCommand, useCommands } from '../app/commands';
import { ProgramSettings } from '../installning/ProgramSettings';
import { useDroppedPlan } from '../program/drop';
import { Button, Keys } from '../shared/Button';
import { Dialog } from '../shared/Dialog';
import { NewPlan } from './NewPlan';
import { Recent } from './Recent';
import './start.css';

/** The thread once across the page, with one loop. */
function Thread() {
  return (
    <svg className="start-thread" viewBox="0 0 1440 160" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path d="M-600 146C-400 160-150 140-10 146C150 152 240 134 380 134S640 152 790 146c90-4 150-20 186-48 26-20 24-50-4-50-30 0-32 36 0 54 46 26 130 38 220 38 110 0 180-12 260-8 200 6 400 14 590 4" />
    </svg>
  );
}

export function StartScreen({ program }: { program: Programbild }) {
  const over = useDroppedPlan('all');
  const [settings, setSettings] = useState(false);
  useCommands([{ id: 'program-settings', label: 'Inställningar', group: 'Visa', words: 'utseende typsnitt zoom', run: () => setSettings(true) }]);
  return (
    <main className="start" data-over={over || undefined}>
      <header className="start-top">
        <Thread />
        <h1>Röda tråden</h1>
        <p>Från nämndens uppdrag till det som blir gjort.</p>
      </header>
      <div className="start-cards">
        <NewPlan />
        <Recent />
      </div>
      <footer className="start-foot">
        <p>Planen är en fil på din dator. Programmet skickar ingenting vidare. Du kan också släppa en fil i fönstret för att öppna den.</p>
        <span className="grow" />
        <Button variant="quiet" onPress={() => setSettings(true)}>
          <Settings size={15} aria-hidden />
          Inställningar
        </Button>
        <Button variant="quiet" onPress={() => runCommand('help')}>
          <CircleHelp size={15} aria-hidden />
          Hjälp
          <Keys keys="F1" />
        </Button>
      </footer>
      <Dialog title="Inställningar" help="installning" isOpen={settings} onClose={() => setSettings(false)} actions={<Button onPress={() => setSettings(false)}>Stäng</Button>}>
        <ProgramSettings program={program} />
      </Dialog>
      {over && (
        <div className="start-drop" aria-hidden="true">
          Släpp filen för att öppna den
        </div>
      )}
    </main>
  );
}
