// Lists what other people's work the program is made of, with licences, in assets/licenser.json:
//   node assets/skript/licenser.mjs              writes it anew
//   node assets/skript/licenser.mjs --kontroll   says whether it is what the lock files say
// From Rust what is linked into the program on Linux and Windows (not build scripts, macros or tests), from npm what is
// in the window's pages (not what builds them), and the fonts and profiles that lie in assets/.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const list = new URL('../licenser.json', import.meta.url);
const PLATFORMS = ['x86_64-unknown-linux-gnu', 'x86_64-pc-windows-msvc'];
const ASSETS = [
  { namn: 'Source Sans 3', version: 'i rapporterna', licens: 'OFL-1.1' },
  { namn: 'Compact ICC Profiles: sRGB-v4', version: 'i rapporterna', licens: 'CC0-1.0' },
  { namn: 'SQLite', version: 'den som libsqlite3-sys bär med sig', licens: 'Public domain' },
];

function linked(platform) {
  const args = ['metadata', '--format-version=1', '--locked', '--offline', `--filter-platform=${platform}`];
  const { packages, resolve } = JSON.parse(execFileSync('cargo', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 }));
  const byId = new Map(packages.map((p) => [p.id, p]));
  const nodes = new Map(resolve.nodes.map((n) => [n.id, n]));
  const isMacro = (p) => p.targets.some((target) => target.kind.includes('proc-macro'));
  const seen = new Set();
  const visit = (id) => {
    if (seen.has(id) || isMacro(byId.get(id))) return;
    seen.add(id);
    for (const dep of nodes.get(id).deps) if (dep.dep_kinds.some((d) => d.kind === null)) visit(dep.pkg);
  };
  visit(packages.find((p) => p.name === 'roda-traden').id);
  return [...seen].map((id) => byId.get(id)).filter((p) => p.source);
}

function rust() {
  const all = new Map(PLATFORMS.flatMap(linked).map((p) => [p.id, p]));
  return [...all.values()].map((p) => ({ namn: p.name, version: p.version, licens: (p.license ?? 'se paketet').replace(/\s*\/\s*/g, ' OR ') }));
}

function npm() {
  const { packages } = JSON.parse(readFileSync(new URL('../../ui/package-lock.json', import.meta.url), 'utf8'));
  const shipped = Object.entries(packages).filter(([path, p]) => path && !p.dev && !p.optional && !p.devOptional && !p.peer);
  return shipped.map(([path, p]) => ({ namn: path.replace(/^.*node_modules\//, ''), version: p.version, licens: p.license ?? 'se paketet' }));
}

const order = (a, b) => (a.namn < b.namn ? -1 : a.namn > b.namn ? 1 : a.version < b.version ? -1 : 1);
const tidy = (all) => all.map((one) => JSON.stringify(one)).filter((line, i, lines) => lines.indexOf(line) === i);
const part = (name, all) => `  "${name}": [\n    ${tidy(all.sort(order)).join(',\n    ')}\n  ]`;
const text = `{\n${[part('tillgangar', ASSETS), part('rust', rust()), part('npm', npm())].join(',\n')}\n}\n`;

if (process.argv.includes('--kontroll')) {
  if (readFileSync(list, 'utf8') !== text) {
    console.error('assets/licenser.json stämmer inte med låsfilerna: kör node assets/skript/licenser.mjs');
    process.exit(1);
  }
} else {
  writeFileSync(list, text);
}
