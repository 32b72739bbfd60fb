/** A person's verdict on a mål beside the computed one, with its motivation. */
import { useRef, useState } from 'react';
import type { EgenBedomning, Maluppfyllelse, Sakbild, UiError } from '../../api/generated';
import { useWrite } from '../../api/use';
import { Button } from '../../shared/Button';
import { EditorPopover, type Close } from '../../shared/EditorPopover';
import { Field, SelectField } from '../../shared/Field';
import { TextArea } from 'react-aria-components';
import { BedomningMark } from '../../shared/symbols';
import { refusalOf } from '../actions';
import { Prose } from './Prose';

interface Props {
  sak: Sakbild;
  own: EgenBedomning;
}

function JudgementForm({ sak, own, close }: Props & { close: Close }) {
  const [bedomning, setBedomning] = useState<Maluppfyllelse>(own.satt?.bedomning ?? 'uppfyllt');
  const [motivering, setMotivering] = useState(own.satt?.motivering ?? '');
  const [error, setError] = useState<UiError | null>(null);
  const write = useWrite();
  const done = (refused: UiError | undefined) => (refused ? setError(refused) : close());
  const save = async () => done(await refusalOf(write, 'set_malbedomning', { mal_id: sak.id, period: sak.period, bedomning, motivering }, 'Bedömningen är sparad.'));
  const { satt } = own;
  const remove = async () => satt && done(await refusalOf(write, 'delete_malbedomning', { mal_id: sak.id, period: satt.period }, 'Bedömningen är borttagen.'));
  return (
    <form
      className="small-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <SelectField label="Bedömning" options={own.val.map((v) => ({ id: v.bedomning, label: v.ord }))} value={bedomning} onChange={(id) => setBedomning(id as Maluppfyllelse)} />
      <Field label="Motivering" value={motivering} onChange={setMotivering} error={error} autoFocus input={<TextArea className="input" rows={4} />} />
      <footer>
        {satt && (
          <Button variant="quiet" onPress={() => void remove()}>
            Ta bort
          </Button>
        )}
        <span className="grow" />
        <Button onPress={() => close()}>Avbryt</Button>
        <Button variant="primary" type="submit">
          Spara
        </Button>
      </footer>
    </form>
  );
}

export function Judgement({ sak, own }: Props) {
  const [editing, setEditing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const close: Close = () => {
    setEditing(false);
    requestAnimationFrame(() => box.current?.querySelector('button')?.focus());
  };
  const { satt } = own;
  const word = own.val.find((v) => v.bedomning === satt?.bedomning)?.ord ?? '';
  return (
    <section className="judgement">
      <h3>Egen bedömning</h3>
      {satt && (
        <>
          <BedomningMark bedomning={satt.bedomning} ord={word} />
          <div className="prose">
            <Prose text={satt.motivering} />
          </div>
        </>
      )}
      <div ref={box}>
        <Button variant="link" onPress={() => setEditing(true)}>
          {satt ? 'Ändra bedömningen' : 'Bedöm målet'}
        </Button>
      </div>
      {editing && (
        <EditorPopover anchor={() => box.current} label="Egen bedömning" close={close}>
          <JudgementForm sak={sak} own={own} close={close} />
        </EditorPopover>
      )}
    </section>
  );
}
