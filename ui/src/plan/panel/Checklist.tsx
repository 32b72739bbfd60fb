/** The checklist of an aktivitet: done or not, reworded, added and taken away. */
import { Check, Plus, X } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Checkbox, Input, TextField } from 'react-aria-components';
import type { Delaktivitetsrad, UiError } from '../../api/generated';
import { useWrite } from '../../api/use';
import { IconButton } from '../../shared/Button';
import { FieldError } from '../../shared/Field';
import { refusalOf } from '../../api/refusal';

interface Props {
  owner: string;
  lines: readonly Delaktivitetsrad[];
  isClosed: boolean;
}

export function Checklist({ owner, lines, isClosed }: Props) {
  const [text, setText] = useState('');
  const [error, setError] = useState<UiError | undefined>();
  const list = useRef<HTMLElement>(null);
  const write = useWrite();
  const done = lines.filter((line) => line.klar).length;
  const add = async () => {
    if (!text.trim()) return;
    const refused = await refusalOf(write, 'create_delaktivitet', { aktivitet_id: owner, titel: text }, { said: 'Delaktiviteten är tillagd.' });
    setError(refused);
    if (!refused) setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void add();
  };
  const remove = async (line: Delaktivitetsrad) => {
    await write('delete_delaktivitet', { id: line.id }, { said: `${line.titel} är borttagen.` });
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('input:not([type=checkbox])')?.focus());
  };
  return (
    <section className="checklist" ref={list}>
      <h3>
        Delaktiviteter
        {lines.length > 0 && <small>{`${done} av ${lines.length} klara`}</small>}
      </h3>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <Checkbox className="check" isSelected={line.klar} isDisabled={isClosed} onChange={(klar) => void write('update_delaktivitet', { id: line.id, patch: { klar } })}>
              <span className="box">
                <Check size={13} aria-hidden />
              </span>
              <span>{line.titel}</span>
            </Checkbox>
            {!isClosed && (
              <IconButton label={`Ta bort ${line.titel}`} className="small" onPress={() => void remove(line)}>
                <X size={14} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {!isClosed && (
        <TextField aria-label="Ny delaktivitet" value={text} onChange={setText} isInvalid={error !== undefined} className="new-line">
          <Plus size={14} aria-hidden />
          <Input className="input" placeholder="Ny delaktivitet" onKeyDown={onKeyDown} />
          {error && <FieldError error={error} />}
        </TextField>
      )}
    </section>
  );
}
