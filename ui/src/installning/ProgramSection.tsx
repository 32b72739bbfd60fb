/** What follows the person: looks, and who writes in this file. */
import { useRead } from '../api/use';
import { changeWho } from '../app/who';
import { Button } from '../shared/Button';
import { ProgramSettings } from './ProgramSettings';

export function ProgramSection() {
  const program = useRead('read_program', {}).data;
  if (!program) return null;
  return (
    <section className="settings-section">
      <header>
        <h2>Utseende</h2>
      </header>
      <ProgramSettings program={program} />
      <header>
        <h2>Vem jag är</h2>
      </header>
      <div className="settings-form">
        <p>
          {program.vem ? (
            <>
              Du skriver som <b>{program.vem}</b> i den här filen.
            </>
          ) : (
            'Du har inte sagt vem du är i den här filen. Programmet frågar före den första ändringen.'
          )}
        </p>
        <div>
          <Button onPress={() => void changeWho()}>{program.vem ? 'Byt befattning' : 'Välj befattning'}</Button>
        </div>
      </div>
    </section>
  );
}
