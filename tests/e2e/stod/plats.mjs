/** Where things lie: the repo, the built program, a home of one's own for each test, the packages of ui/. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const REPO = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const PICTURES = join(REPO, 'ut/e2e');
/** Reads the packages that ui/ installs; the tests have none of their own. */
export const require = createRequire(join(REPO, 'ui/package.json'));

/** The program under test: the one named, or the last one built. */
export function program() {
  const named = process.env.RODA_TRADEN_PROGRAM;
  if (named) return resolve(named);
  const target = process.env.CARGO_TARGET_DIR ?? join(REPO, 'target');
  const built = ['snabb', 'release', 'debug'].map((profile) => join(target, profile, 'roda-traden')).filter((path) => existsSync(path));
  built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (!built[0]) throw new Error('Programmet är inte byggt: kör «cargo build --profile snabb».');
  return built[0];
}

/** An empty home, so that nothing of this machine is read or written; gone when the test is. */
export function home(t) {
  const folder = mkdtempSync(join(tmpdir(), 'roda-traden-e2e-'));
  for (const name of ['Dokument', 'dialog']) mkdirSync(join(folder, name));
  t.after(() => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    } catch {
      // A disk that a failed test left mounted: the window must still be ended.
    }
  });
  return folder;
}

/** The surroundings of a process that lives in that home. */
export function surroundings(folder, more = {}) {
  const { PATH, DISPLAY, DBUS_SESSION_BUS_ADDRESS, AT_SPI_BUS_ADDRESS } = process.env;
  return {
    PATH,
    DISPLAY,
    ...(DBUS_SESSION_BUS_ADDRESS && { DBUS_SESSION_BUS_ADDRESS }),
    ...(AT_SPI_BUS_ADDRESS && { AT_SPI_BUS_ADDRESS }),
    HOME: folder,
    LANG: 'C.UTF-8',
    TZ: 'Europe/Stockholm',
    RODA_TRADEN_DIALOG: join(folder, 'dialog'),
    ...more,
  };
}

/** Runs the command line of the program in that home and gives what it said. */
export const line = (folder, ...words) => execFileSync(program(), words, { cwd: folder, env: surroundings(folder), encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });

/** The example förvaltning as a file in that home. It is made once for each build. */
export function example(folder, name = 'exempel.vplan') {
  const { mtimeMs, size } = statSync(program());
  const made = join(PICTURES, `exempel-${Math.round(mtimeMs)}-${size}.vplan`);
  if (!existsSync(made)) {
    for (const old of readdirSync(PICTURES)) if (/^exempel-.*\.vplan/.test(old)) rmSync(join(PICTURES, old));
    const fresh = join(folder, 'exempel.vplan');
    line(folder, 'exempel', fresh);
    copyFileSync(fresh, made);
  }
  const path = join(folder, 'Dokument', name);
  copyFileSync(made, path);
  return path;
}

/** The files of the archive by name with their fingerprints, as the command line takes them out in a folder of that name. */
export function archive(at, plan, name) {
  const folder = join(at, name);
  mkdirSync(folder);
  line(at, 'arkiv', plan, '--ta-ut', folder);
  return Object.fromEntries(readdirSync(folder).sort().map((file) => [file, createHash('sha256').update(readFileSync(join(folder, file))).digest('hex')]));
}

/** What the window says to assistive technology that holds these words, a thing a line. */
export const accessible = (words) => execFileSync('/usr/bin/python3', ['-W', 'ignore', join(REPO, 'tests/e2e/stod/tillgangligt.py'), words], { env: process.env, encoding: 'utf8' }).trimEnd();
