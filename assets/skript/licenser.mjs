// Lists what other people's work the program is made of in assets/licenser.json, and the texts that their licences want
// handed on with the program in assets/licenstexter.json:
//   node assets/skript/licenser.mjs              writes them anew
//   node assets/skript/licenser.mjs --kontroll   says whether they are what the lock files say
// From Rust what is linked into the program on Linux and Windows (not build scripts, macros or tests), from npm what is
// in the window's pages (not what builds them), and the fonts and profiles that lie in assets/.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const LIST = new URL('../licenser.json', import.meta.url);
const TEXTS = new URL('../licenstexter.json', import.meta.url);
const PLATFORMS = ['x86_64-unknown-linux-gnu', 'x86_64-pc-windows-msvc'];
const ASSETS = [
  { namn: 'Source Sans 3', version: 'i rapporterna', licens: 'OFL-1.1', folder: join(root, 'assets/fonts') },
  { namn: 'Compact ICC Profiles: sRGB-v4', version: 'i rapporterna', licens: 'CC0-1.0' },
  { namn: 'SQLite', version: 'den som libsqlite3-sys bär med sig', licens: 'Public domain' },
];

function linked(platform) {
  const args = ['metadata', '--format-version=1', '--locked', `--filter-platform=${platform}`];
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
  return [...all.values()].map((p) => ({ namn: p.name, version: p.version, licens: (p.license ?? 'se paketet').replace(/\s*\/\s*/g, ' OR '), folder: dirname(p.manifest_path) }));
}

function npm() {
  const { packages } = JSON.parse(readFileSync(new URL('../../ui/package-lock.json', import.meta.url), 'utf8'));
  const shipped = Object.entries(packages).filter(([path, p]) => path && !p.dev && !p.optional && !p.devOptional && !p.peer);
  return shipped.map(([path, p]) => ({ namn: path.replace(/^.*node_modules\//, ''), version: p.version, licens: p.license ?? 'se paketet', folder: join(root, 'ui', path) }));
}

const order = (a, b) => (a.namn < b.namn ? -1 : a.namn > b.namn ? 1 : a.version < b.version ? -1 : 1);
const tidy = (all) => all.map(({ namn, version, licens }) => JSON.stringify({ namn, version, licens })).filter((line, i, lines) => lines.indexOf(line) === i);
const part = (name, all) => `  "${name}": [\n    ${tidy(all).join(',\n    ')}\n  ]`;

/** The licence texts of a package: that of MIT alone where it is one of several to choose from. */
function texts({ folder, licens }) {
  const files = readdirSync(folder, { withFileTypes: true }).filter((e) => e.isFile() && /^(licen[cs]e|copying|copyright|notice|unlicense|ofl)/i.test(e.name));
  const mit = / OR /.test(licens) && /\bMIT\b/.test(licens) ? files.filter((e) => /mit/i.test(e.name)) : [];
  return (mit.length > 0 ? mit : files).map((e) => readFileSync(join(folder, e.name), 'utf8').replace(/\r\n?/g, '\n').replace(/[ \t\f]+$/gm, '').trim());
}

/** Each text once, with the names of what it holds for, and the names of what came without any. */
function collected(parts) {
  const of = new Map();
  const without = [];
  for (const one of parts) {
    const found = texts(one);
    if (found.length === 0) without.push(`${one.namn} (${one.licens})`);
    for (const text of found) {
      // Texts that differ in their line breaks alone are one text.
      const key = text.replace(/\s+/g, ' ');
      if (!of.has(key)) of.set(key, { av: [], text });
      of.get(key).av.push(one.namn);
    }
  }
  const unique = (names) => [...new Set(names)];
  const lines = [...of.values()].map(({ av, text }) => JSON.stringify({ av: unique(av), text }));
  return `{\n"utan": ${JSON.stringify(unique(without))},\n"texter": [\n${lines.join(',\n')}\n]\n}\n`;
}

const [crates, packages] = [rust().sort(order), npm().sort(order)];
const written = [
  [LIST, `{\n${[part('tillgangar', ASSETS.sort(order)), part('rust', crates), part('npm', packages)].join(',\n')}\n}\n`],
  [TEXTS, collected([...ASSETS.filter((one) => one.folder), ...crates, ...packages])],
];
for (const [file, text] of written) {
  if (!process.argv.includes('--kontroll')) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${fileURLToPath(file)} stämmer inte med låsfilerna: kör node assets/skript/licenser.mjs`);
    process.exit(1);
  }
}
