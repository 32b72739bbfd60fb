/** Long work: what is being done, how far it has come, and a way to stop it. Nothing is half done after a stop. */
import { useCallback, useRef, useState } from 'react';
import { Label, ProgressBar } from 'react-aria-components';
import type { Progress, Watch } from '../api/call';
import { question } from '../app/who';
import { Button } from './Button';
import { Dialog } from './Dialog';

/** Shown only when the work has not ended after this time. */
const PATIENCE_MS = 300;

interface Running {
  title: string;
  progress: Progress | null;
  seen: boolean;
  /** It has been asked to stop, and has not ended yet. */
  stopping: boolean;
}

/** Runs work under a title; what it is given tells how far it has come and can stop it. */
export type Run = <T>(title: string, work: (watch: Watch) => Promise<T>) => Promise<T>;

/** What is being done, in words. */
export function doing(progress: Progress | null, isStopping: boolean): string {
  if (progress?.can_stop === false) return `${progress.text}. Kan inte avbrytas nu.`;
  return isStopping ? 'Avbryter …' : `${progress?.text ?? 'Arbetar'} …`;
}

/** Runs long work with its dialog: `const { dialog, run } = useProgress()`. */
export function useProgress() {
  const [running, setRunning] = useState<Running | null>(null);
  const abort = useRef<AbortController | null>(null);
  const run: Run = useCallback(async (title, work) => {
    abort.current = new AbortController();
    setRunning({ title, progress: null, seen: false, stopping: false });
    const timer = setTimeout(() => setRunning((r) => r && { ...r, seen: true }), PATIENCE_MS);
    try {
      return await work({ onProgress: (progress) => setRunning((r) => r && { ...r, progress }), signal: abort.current.signal });
    } finally {
      clearTimeout(timer);
      setRunning(null);
    }
  }, []);
  const stop = () => {
    setRunning((r) => r && { ...r, stopping: true });
    abort.current?.abort();
  };
  // A write may first ask who writes: that question stands alone.
  const isAsking = question.use() !== null;
  const share = running?.progress && running.progress.total > 0 ? (100 * running.progress.done) / running.progress.total : null;
  const dialog = (
    <Dialog title={running?.title ?? ''} isOpen={running?.seen === true && !isAsking} onClose={stop} isLocked actions={<Button isDisabled={running?.stopping === true || running?.progress?.can_stop === false} onPress={stop}>Avbryt</Button>}>
      <ProgressBar value={share ?? 0} isIndeterminate={share === null} className="progress">
        {({ percentage, valueText }) => (
          <>
            <div className="progress-line">
              <Label>{doing(running?.progress ?? null, running?.stopping === true)}</Label>
              {share !== null && <span>{valueText}</span>}
            </div>
            <div className="progress-track">
              <div className="progress-fill" style={{ width: `${percentage ?? 30}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
    </Dialog>
  );
  return { dialog, run };
}
