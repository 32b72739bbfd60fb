/** The clipboard of another program. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './program.mjs';

/** Another program's copy: it holds the clipboard until the test is done with it. */
export async function copied(t, at, contents) {
  const files = Object.entries(contents).map(([kind, text]) => {
    const path = join(at, kind.replace('/', '-'));
    writeFileSync(path, text);
    return `${kind}=${path}`;
  });
  const holder = spawn('/usr/bin/python3', ['-W', 'ignore', fileURLToPath(new URL('urklipp.py', import.meta.url)), ...files], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => holder.kill());
  let said = '';
  holder.stdout.on('data', (data) => (said += data));
  await until('urklippet', () => said.includes('klar'));
  return holder;
}
