/** The forecast as a big field; what it would mean stands beside it while it is typed. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { useRead } from '../api/use';
import type { Ekonominyckel, Ekonomirad, UiError } from '../api/generated';
import { FieldError } from '../shared/Field';

interface Props {
  rad: Ekonomirad;
  nyckel: Ekonominyckel;
  period: string;
  save: (text: string) => Promise<UiError | undefined>;
}

export function Prognosfalt({ rad, nyckel, period, save }: Props) {
  const saved = rad.prognos.typat;
  const [text, setText] = useState(saved);
  const [refused, setRefused] = useState<UiError | null>(null);
  const known = useRef(saved);
  useEffect(() => {
    // Another value from the plan (undo, the table) replaces the text unless something unsaved stands in the field.
    setText((now) => (now === known.current ? saved : now));
    known.current = saved;
  }, [saved]);
  const typing = text.trim() !== saved;
  const judged = useRead('judge_ekonomi', typing ? { nyckel, period, text } : null);
  const omdome = typing ? judged.data : undefined;
  const error = refused ?? omdome?.fel ?? null;
  const commit = async () => {
    if (!typing) return;
    const answer = await save(text);
    setRefused(answer ?? null);
    if (!answer) known.current = text;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      void commit();
    }
    if (event.key === 'Escape' && typing) {
      event.preventDefault();
      setText(saved);
      setRefused(null);
    }
  };
  return (
    <TextField
      className="forecast"
      value={text}
      onChange={(value) => {
        setText(value);
        setRefused(null);
      }}
      isInvalid={error !== null}
      isReadOnly={!rad.prognos.andras}
    >
      <Label>
        {rad.prognos_rubrik} {rad.prognos_fran && <small className="quiet">{rad.prognos_fran}</small>}
      </Label>
      <div className="forecast-row">
        <Input className="input" autoComplete="off" onKeyDown={onKeyDown} onBlur={() => void commit()} />
        <dl aria-live="polite">
          <div>
            <dt>Avvikelse</dt>
            <dd>{(omdome?.avvikelse ?? rad.avvikelse).text || '–'}</dd>
          </div>
          {rad.andring_rubrik && (
            <div>
              <dt>{rad.andring_rubrik}</dt>
              <dd>{(omdome?.andring ?? rad.andring).text || '–'}</dd>
            </div>
          )}
        </dl>
      </div>
      {error && <FieldError error={error} />}
      {(omdome?.mening ?? rad.mening) && <p className="forecast-says">{omdome?.mening || rad.mening}</p>}
    </TextField>
  );
}
