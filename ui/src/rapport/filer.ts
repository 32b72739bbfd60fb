/** Files out of the report: where the person wants them, with what was said on the way, and to the printer. */
import { useCallback } from 'react';
import { call } from '../api/call';
import { host } from '../api/host';
import { asUiError } from '../api/call';
import type { Filformat, Rapportbild, Rapportsvar, Rapportval } from '../api/generated';
import { toast } from '../app/toasts';
import { useProgress } from '../shared/ProgressDialog';
import { OPEN, SAVED } from './texts';

const FILTERS: Record<Filformat, { name: string; extensions: string[] }> = {
  pdf: { name: 'PDF', extensions: ['pdf'] },
  xlsx: { name: 'Excel', extensions: ['xlsx'] },
};

/** The folder and the name of a path, on any system. */
export function split(path: string): { till: string; namn: string } {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return { till: path.slice(0, at + 1) || '.', namn: path.slice(at + 1) };
}

const open = (path: string) => void host('host_open', { path }).catch((thrown) => toast.error(asUiError(thrown)));

function told(reply: Rapportsvar): void {
  const file = reply.filer[0];
  if (!file) return;
  const said = reply.upplysningar.length > 0 ? reply.upplysningar.join(' ') : SAVED(file.filnamn);
  toast.say(said, { label: OPEN, run: () => open(file.fil) });
}

export function useFiler(bild: Rapportbild | undefined, val: Rapportval) {
  const { dialog, run } = useProgress();
  const save = useCallback(
    async (format: Filformat) => {
      if (!bild) return;
      try {
        const path = await host('host_choose_save', { title: `Spara som ${FILTERS[format].name}`, name: bild.filnamn[format], filters: [FILTERS[format]] });
        if (!path) return;
        // The system's dialog has asked when a file lies there.
        const filer = { ...split(path), format: [format], ersatt: true };
        const id = bild.lage.lagrad?.id;
        told(await run('Skriver rapporten', (watch) => (id ? call('print_rapport', { id, filer }, watch) : call('write_rapport', { val, filer }, watch))));
      } catch (thrown) {
        toast.error(asUiError(thrown));
      }
    },
    [bild, val, run],
  );
  const print = useCallback(async () => {
    if (!bild) return;
    try {
      const reply = await run('Gör en PDF att skriva ut', (watch) => call('print_utskrift', { uppstallning: bild.uppstallning, namn: bild.filnamn.pdf }, watch));
      const file = reply.filer[0];
      if (!file) return;
      toast.say('Rapporten öppnas som PDF. Skriv ut den därifrån.', { label: OPEN, run: () => open(file.fil) });
      await host('host_open', { path: file.fil });
    } catch (thrown) {
      toast.error(asUiError(thrown));
    }
  }, [bild, run]);
  /** The archived files, byte for byte, into a folder. */
  const extract = useCallback(
    async (id: string) => {
      try {
        const till = await host('host_choose_folder', { title: 'Ta ut rapportens filer' });
        if (!till) return;
        const reply = await run('Tar ut filerna', (watch) => call('extract_arkiv', { till, id }, watch));
        const count = reply.filer.length === 1 ? '1 fil är uttagen.' : `${reply.filer.length} filer är uttagna.`;
        const first = reply.filer[0];
        toast.say([count, ...reply.upplysningar].join(' '), first && { label: 'Visa i mappen', run: () => void host('host_reveal', { path: first.fil }) });
      } catch (thrown) {
        toast.error(asUiError(thrown));
      }
    },
    [run],
  );
  return { dialog, save, print, extract };
}
