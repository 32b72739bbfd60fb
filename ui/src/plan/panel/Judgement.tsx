/** A person's verdict on a mål beside the computed one, with its motivation. */
import { useRef, useState } from 'react';
import { TextArea } from 'react-aria-components';
import type { EgenBedomning, Maluppfyllelse, Sakbild } from '../../api/generated';
import { useWrite } from '../../api/use';
import { Button } from '../../shared/Button';
import { EditorPopover, type Close } from '../../shared/EditorPopover';
import { Field, SelectField } from '../../shared/Field';
import { SmallForm } from '../../shared/SmallForm';
import { BedomningMark } from '../../shared/symbols';
import { refusalOf } from '../../api/refusal';
import { Prose } from './Prose';

interface Props {
  sak: Sakbild;
  own: EgenBedomning;
}

function JudgementForm({ sak, own: { satt, val }, close }: Props & { close: Close }) {
  const [bedomning, setBedomning] = useState<Maluppfyllelse>(satt?.bedomning ?? 'uppfyllt');
  const [motivering, setMotivering] = useState(satt?.motivering ?? '');
  const write = useWrite();
  const save = () => refusalOf(write, 'set_malbedomning', { mal_id: sak.id, period: sak.period, bedomning, motivering }, { said: 'Bedömningen är sparad.' });
  const remove = satt ? () => refusalOf(write, 'delete_malbedomning', { mal_id: sak.id, period: satt.period }, { said: 'Bedömningen är borttagen.' }) : undefined;
  return (
    <SmallForm save={save} remove={remove} close={close} own={['motivering']}>
      {(at) => (
        <>
          <SelectField label="Bedömning" options={val.map((v) => ({ id: v.bedomning, label: v.ord }))} value={bedomning} onChange={(id) => setBedomning(id as Maluppfyllelse)} />
          <Field label="Motivering" value={motivering} onChange={setMotivering} error={at('motivering')} autoFocus input={<TextArea className="input" rows={4} />} />
        </>
      )}
    </SmallForm>
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
