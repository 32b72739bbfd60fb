/** The program in a real window, driven through WebKit's own WebDriver: start, look, press, close, start again. */
import { spawn, execFileSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PICTURES, home, program, require, surroundings } from './plats.mjs';

const { Builder, Capabilities, Key } = require('selenium-webdriver');
export { Key, sleep };

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const WATCH = `window.troubles = [];
  addEventListener('error', (e) => window.troubles.push(String(e.message)));
  addEventListener('unhandledrejection', (e) => window.troubles.push('ohanterat: ' + (e.reason?.message ?? JSON.stringify(e.reason))));
  addEventListener('securitypolicyviolation', (e) => window.troubles.push(e.violatedDirective + ' stoppade ' + e.blockedURI + ' ' + (e.sample ?? '') + ' i ' + e.sourceFile + ':' + e.lineNumber));`;

/** Waits until `look` gives something true and gives that; fails with `what` after `ms`. */
export async function until(what, look, ms = 10_000) {
  const end = performance.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`väntade förgäves på: ${what}`);
    await sleep(40);
  }
}

/** One running program. */
export class Running {
  constructor(parts) {
    Object.assign(this, parts);
  }

  /** Runs JavaScript in the page. */
  js = (text, ...args) => this.driver.executeScript(text, ...args);

  /** What the page shows as text. */
  text = () => this.js('return document.body.innerText');

  /** Waits for words in the page. */
  see = (words, ms) => until(`”${words}” på sidan`, async () => (await this.text()).includes(words), ms);

  /** Presses keys where the focus is: `await p.press('Hej', Key.ENTER)`. */
  press = async (...keys) => (await this.driver.switchTo().activeElement()).sendKeys(...keys);

  /** Presses keys together: `await p.chord(Key.CONTROL, 'z')`. */
  async chord(...keys) {
    const actions = this.driver.actions();
    for (const key of keys) actions.keyDown(key);
    for (const key of keys.toReversed()) actions.keyUp(key);
    await actions.perform();
  }

  /** The element that has the focus, as role, name and tag. */
  focus = () =>
    this.js(`const e = document.activeElement;
      return { tag: e.tagName.toLowerCase(), role: e.getAttribute('role'), name: e.getAttribute('aria-label') ?? e.innerText?.trim() ?? '' };`);

  /** The first element that matches and is shown; waits for it. */
  find = (css, ms) =>
    until(css, async () => (await this.js('return [...document.querySelectorAll(arguments[0])].find((e) => e.checkVisibility()) ?? null', css)) ?? false, ms);

  /** A button, link, tab or the like by the words on it (or its aria-label). */
  named = (words, css = 'button, a, [role=button], [role=tab], [role=menuitem], [role=option], [role=radio], [role=switch], label', ms) =>
    until(`”${words}”`, async () =>
      (await this.js(
        `return [...document.querySelectorAll(arguments[1])].find((e) => e.checkVisibility() && [e.getAttribute('aria-label'), e.innerText?.trim()].includes(arguments[0])) ?? null`,
        words,
        css,
      )) ?? false, ms);

  /** Waits until the page has drawn what it has to draw. */
  async drawn() {
    await this.driver.executeAsyncScript('const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(1)))');
  }

  /**
   * Leaves a picture of the whole screen in ut/e2e, with the title bar and the native menu. WebKit's own picture of the page
   * waits for a frame that never comes where the page is drawn without a graphics card.
   */
  screen(name) {
    const path = join(PICTURES, `${name}.png`);
    execFileSync('import', ['-window', 'root', path], { env: process.env });
    return path;
  }

  /** As `screen`, when the page has drawn what it has to draw. */
  async picture(name) {
    await this.drawn();
    await sleep(80);
    const path = this.screen(name);
    // A page that works but is not on the screen is told by nothing in the page itself.
    const colours = Number(execFileSync('convert', [path, '-crop', '+0+60', '-format', '%k', 'info:'], { encoding: 'utf8' }));
    if (colours < 16) throw new Error(`${path}: fönstret är tomt, ${colours} färger`);
    return path;
  }

  /** What axe-core has against the page: empty when nothing. Every rule is asked, or those named. */
  async axe(only) {
    if (!(await this.js('return window.axe !== undefined'))) await this.js(AXE);
    const found = await this.driver.executeAsyncScript(
      `const done = arguments[arguments.length - 1];
       const only = arguments[0];
       axe.run(document, { resultTypes: ['violations'], ...(only && { runOnly: only }) }).then((r) => done({ v: r.violations.map((v) => ({ regel: v.id, var: v.nodes.slice(0, 5).map((n) => n.target.join(' ') + ' ' + (n.failureSummary ?? '').replace(/\\s+/g, ' ').slice(0, 200)) })) }), (e) => done({ fel: String(e) }))`,
      only,
    );
    if (found.fel) throw new Error(found.fel);
    return found.v;
  }

  /** Puts an answer to the next dialog of that kind (`open`, `save`, `folder`). */
  answer = (kind, path) => writeFileSync(join(this.home, 'dialog', kind), path);

  /** What the program asked of the desktop, line by line (`opened /…/rapport.pdf`). */
  desktop = () => {
    const path = join(this.home, 'dialog', 'handelser');
    return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  };

  /** What has gone wrong in the page since it was started: errors nobody caught, and what the content policy stopped. */
  troubles = () => this.js('return window.troubles ?? []');

  /** The processes of this start: the program and WebKit's. */
  pids() {
    const all = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n');
    const rows = all.map((row) => row.trim().match(/^(\d+)\s+(\d+)\s+(.*)$/)).filter(Boolean);
    const children = (pid) => rows.filter((row) => row[2] === String(pid)).flatMap((row) => [{ pid: Number(row[1]), args: row[3] }, ...children(row[1])]);
    return children(this.webdriver.pid);
  }

  /** Closes the window as its own button does, and waits for the program to end. */
  async close() {
    const program = this.pids().find((p) => p.args.includes('roda-traden') && !p.args.includes('WebKit'));
    await this.js(`window.__TAURI_INTERNALS__.invoke('host_quit')`).catch(() => {});
    await until('att programmet avslutas', () => !program || !existsSync(`/proc/${program.pid}`), 15_000);
    await this.end();
  }

  /** Kills the program without warning, as a power cut would. */
  async kill() {
    for (const { pid, args } of this.pids()) if (args.includes('roda-traden')) process.kill(pid, 'SIGKILL');
    await this.end();
  }

  /** Ends the driver and whatever is left of the program: a start while it is still there would go to its window. */
  async end() {
    if (this.ended) return;
    this.ended = true;
    const { pid } = this.webdriver;
    const all = [pid, ...this.pids().map((one) => one.pid)];
    const signal = (to, name) => {
      try {
        process.kill(to, name);
      } catch {
        // It has ended by itself.
      }
    };
    signal(-pid, 'SIGTERM');
    const isGone = (one) => (one === pid ? this.webdriver.exitCode !== null || this.webdriver.signalCode !== null : !existsSync(`/proc/${one}`));
    await until('att allt avslutas', () => all.every(isGone), 5_000).catch(() => all.filter((one) => !isGone(one)).forEach((one) => signal(one, 'SIGKILL')));
  }
}

/**
 * Starts the program and waits for the page. `file` opens with it; `at` is the home of an earlier start (to start again);
 * `env` adds to its surroundings.
 */
export async function start(t, { file, at = home(t), env = {}, script = 60_000 } = {}) {
  const port = await freePort();
  const log = openSync(join(at, 'webdriver.log'), 'a');
  const around = surroundings(at, { TAURI_WEBVIEW_AUTOMATION: 'true', ...env });
  const webdriver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { env: around, stdio: ['ignore', log, log], detached: true, cwd: at });
  closeSync(log);
  const running = new Running({ webdriver, home: at });
  // What a test that failed was looking at.
  t.after(async () => {
    if (!running.ended && running.driver) await running.picture('kvar').catch(() => {});
    await running.end();
  });
  await until('WebDriver', () => fetch(`http://127.0.0.1:${port}/status`).then(() => true, () => false));
  const caps = new Capabilities();
  caps.setBrowserName('wry');
  caps.set('webkitgtk:browserOptions', { binary: program(), args: file ? [file] : [] });
  running.driver = await new Builder().withCapabilities(caps).usingServer(`http://127.0.0.1:${port}/`).build();
  await running.driver.manage().setTimeouts({ script });
  await running.js(WATCH);
  await until('sidan', () => running.js(`return document.readyState === 'complete' && document.querySelector('#root')?.childElementCount > 0`), 20_000);
  return running;
}
