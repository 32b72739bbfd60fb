/** Sources as the window gets them: a dropped file, a chosen one, a table on the clipboard. */
import { host, type Filter } from '../api/host';
import type { Inlasningskalla } from '../api/generated';

const READABLE: Filter[] = [
  { name: 'Tabeller', extensions: ['xlsx', 'xlsm', 'xls', 'xlsb', 'ods', 'csv', 'txt', 'tsv', 'html', 'htm'] },
  { name: 'Alla filer', extensions: ['*'] },
];

/** Asks for a file; `null` when the person changed their mind. */
export async function chooseFile(): Promise<Inlasningskalla | null> {
  const fil = await host('host_choose_open', { title: 'Läs in fil', filters: READABLE });
  return fil === null ? null : { fil };
}

function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x6000) parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 0x6000))));
  return parts.join('');
}

/** A dropped file: the page gets its bytes and not its path. */
export async function ofFile(file: File): Promise<Inlasningskalla> {
  return { innehall: { namn: file.name, base64: base64(new Uint8Array(await file.arrayBuffer())) } };
}

/** What a drop or a paste holds: a file, else a table. HTML keeps cells of several lines apart, so it is preferred. */
export async function ofTransfer(data: DataTransfer): Promise<Inlasningskalla | null> {
  const file = data.files[0];
  if (file) return ofFile(file);
  const html = data.getData('text/html');
  if (/<table[\s>]/i.test(html)) return { text: html };
  const text = data.getData('text/plain');
  return text.trim() ? { text } : null;
}
