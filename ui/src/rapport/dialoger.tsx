/** The acts on a report that cannot be undone, each asked about once: lock, decide, and the two that need a reason. */
import { parseDate, type CalendarDate } from '@internationalized/date';
import { useState, type ReactNode } from 'react';
import { DateField, DateInput, DateSegment, Label, TextArea } from 'react-aria-components';
import type { Args, Progress } from '../api/call';
import type { Rapportlagesbild, Rapportval, UiError } from '../api/generated';
import { useWrite } from '../api/use';
import { toast } from '../app/toasts';
import { Button } from '../shared/Button';
import { Dialog } from '../shared/Dialog';
import { Field, FieldError, FormError } from '../shared/Field';
import { doing } from '../shared/ProgressDialog';

export type Act = 'lasa' | 'faststalla' | 'lasa_upp' | 'upphava';

interface Props {
  titel: string;
  val: Rapportval;
  lage: Rapportlagesbild;
  /** "6 saker att se över …"; empty for a stored report. */
  ingress: string;
  onClose: () => void;
}

/** A write on its way. */
interface Work {
  progress: Progress | null;
  isStopping: boolean;
  stop: () => void;
}

interface FormProps {
  title: string;
  verb: string;
  work: Work | null;
  onDo: () => void;
  onClose: () => void;
  children: ReactNode;
}

function Form({ title, verb, work, onDo, onClose, children }: FormProps) {
  const actions = (
    <>
      <p role="status" className="quiet rapport-gor">
        {(work?.progress || work?.isStopping) && doing(work.progress, work.isStopping)}
      </p>
      <Button isDisabled={work?.isStopping || work?.progress?.can_stop === false} onPress={work ? work.stop : onClose}>
        Avbryt
      </Button>
      <Button variant="primary" isDisabled={work !== null} onPress={onDo}>
        {verb}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen onClose={onClose} actions={actions} isLocked={work !== null}>
      {children}
    </Dialog>
  );
}

/** The refusal, for the field it names; one that names no field stands last. */
function at(error: UiError | null, field: string): UiError | null {
  return error?.field === field ? error : null;
}

function General({ error, fields }: { error: UiError | null; fields: readonly string[] }) {
  if (!error || fields.includes(error.field ?? '')) return null;
  return <FormError error={error} />;
}

/** Locks or decides: what the engine is at, and the way to stop it before it writes. Stopped, the dialog is done too. */
function useAct(onClose: () => void) {
  const write = useWrite();
  const [error, setError] = useState<UiError | null>(null);
  const [work, setWork] = useState<Work | null>(null);
  const run = async <K extends 'lock_rapport' | 'decide_rapport'>(name: K, args: Args<K>, said: string) => {
    const abort = new AbortController();
    const now = (change: Partial<Work>) => setWork((work) => work && { ...work, ...change });
    const stop = () => {
      now({ isStopping: true });
      abort.abort();
    };
    const onError = (refused: UiError) => {
      if (refused.code !== 'cancelled') return setError(refused);
      toast.error(refused);
      return onClose();
    };
    setWork({ progress: null, isStopping: false, stop });
    const reply = await write(name, args, { onError, watch: { onProgress: (progress) => now({ progress }), signal: abort.signal } });
    setWork(null);
    if (!reply) return;
    toast.say([said, ...reply.upplysningar].join(' '));
    onClose();
  };
  return { error, setError, work, run };
}

/** *Lås för utskick*. */
export function LasDialog({ titel, val, lage, ingress, onClose }: Props) {
  const [dnr, setDnr] = useState(lage.dnr);
  const { error, work, run } = useAct(onClose);
  const lock = () => void run('lock_rapport', { val: { ...val, dnr } }, `${titel} är låst för utskick.`);
  return (
    <Form title="Lås för utskick" verb="Lås för utskick" work={work} onDo={lock} onClose={onClose}>
      <p>{titel} sparas i filen som förslag till nämnden, med PDF och Excel. Ändringar i planen påverkar den inte längre.</p>
      {ingress && <p className="quiet">{ingress}</p>}
      <Field label="Diarienummer" hint="Kan lämnas tomt och anges när rapporten fastställs." value={dnr} onChange={setDnr} error={at(error, 'dnr')} autoFocus />
      <General error={error} fields={['dnr']} />
    </Form>
  );
}

const DECISION_FIELDS = ['datum', 'paragraf', 'dnr'] as const;

/** *Fastställ*. */
export function FaststallDialog({ titel, val, lage, onClose }: Props) {
  const [datum, setDatum] = useState<CalendarDate | null>(lage.namndens_dag ? parseDate(lage.namndens_dag) : null);
  const [paragraf, setParagraf] = useState('');
  const [dnr, setDnr] = useState(lage.dnr);
  const { error, setError, work, run } = useAct(onClose);
  const missing = (field: string, message: string) => setError({ code: 'required', message, hint: '', detail: '', field });
  const decide = () => {
    if (!datum) return missing('datum', 'Datum för beslutet saknas.');
    if (!paragraf.trim()) return missing('paragraf', 'Paragraf saknas.');
    void run('decide_rapport', { val, beslut: { datum: datum.toString(), paragraf, dnr } }, `${titel} är fastställd.`);
  };
  return (
    <Form title="Fastställ rapporten" verb="Fastställ" work={work} onDo={decide} onClose={onClose}>
      <p>Det som fastställs är {titel.toLocaleLowerCase('sv')} som den låstes. Beslutets uppgifter skrivs i filerna, som sedan inte ändras.</p>
      <DateField className="field" value={datum} onChange={setDatum} isInvalid={at(error, 'datum') !== null} autoFocus>
        <Label>Nämndens beslutsdag</Label>
        <DateInput className="input rapport-datum">{(segment) => <DateSegment segment={segment} />}</DateInput>
        {at(error, 'datum') && <FieldError error={at(error, 'datum')!} />}
      </DateField>
      <Field label="Paragraf" placeholder="62" value={paragraf} onChange={setParagraf} error={at(error, 'paragraf')} />
      <Field label="Diarienummer" value={dnr} onChange={setDnr} error={at(error, 'dnr')} />
      <General error={error} fields={DECISION_FIELDS} />
    </Form>
  );
}

/** *Lås upp* and *Upphäv beslut*: a reason is required, and stays in the archive. */
export function SkalDialog({ titel, lage, act, onClose }: Props & { act: 'lasa_upp' | 'upphava' }) {
  const write = useWrite();
  const [skal, setSkal] = useState('');
  const [error, setError] = useState<UiError | null>(null);
  const revoke = act === 'upphava';
  const id = lage.lagrad?.id;
  const run = async () => {
    if (!id) return;
    const reply = await write(revoke ? 'revoke_rapport' : 'unlock_rapport', { id, skal }, { onError: setError });
    if (!reply) return;
    toast.say(revoke ? `Beslutet om ${titel.toLocaleLowerCase('sv')} är upphävt.` : `${titel} är upplåst.`);
    onClose();
  };
  return (
    <Form title={revoke ? 'Upphäv beslutet' : 'Lås upp rapporten'} verb={revoke ? 'Upphäv beslutet' : 'Lås upp'} work={null} onDo={() => void run()} onClose={onClose}>
      <p>{revoke ? 'Beslutet gäller inte längre. De fastställda filerna finns kvar i arkivet, oförändrade.' : 'Den låsta versionen går inte till beslut. Den finns kvar i arkivet, och rapporten kan låsas på nytt.'}</p>
      <Field label="Skäl" value={skal} onChange={setSkal} error={at(error, 'skal')} input={<TextArea className="input" rows={3} />} autoFocus />
      <General error={error} fields={['skal']} />
    </Form>
  );
}
