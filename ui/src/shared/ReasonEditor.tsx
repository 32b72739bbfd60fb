/** *Avbruten* needs a reason: asked for at once, and nothing is set without it. */
import type { Close } from './EditorPopover';
import { TextEditor, type Save } from './editors';
import { StatusMark } from './symbols';

/** A value that nobody types: an empty reason is sent too, so that Rust says what is missing. */
const NOTHING_YET = '\u00a0';

export function ReasonEditor({ ord, save, close }: { ord: string; save: Save<string>; close: Close }) {
  return (
    <div className="reason">
      <StatusMark status="avbruten" ord={ord} />
      <TextEditor label="Skäl" value={NOTHING_YET} typed="" save={save} close={close} />
      <p className="tips">Ange varför arbetet avbryts. Skälet kommer med i rapporten.</p>
    </div>
  );
}
