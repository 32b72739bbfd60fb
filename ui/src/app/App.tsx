/** The whole window: the start screen when nothing is open, else the frame with the chosen screen. */
import { useEffect } from 'react';
import { useRead } from '../api/use';
import { Help } from '../hjalp/Help';
import { FileDialogs } from '../program/FileDialogs';
import { WhoDialog } from '../program/WhoDialog';
import { useDroppedPlan } from '../program/drop';
import { useFileCommands } from '../program/file';
import { Palette } from '../sok/Palette';
import { StartScreen } from '../start/StartScreen';
import { announce } from './announce';
import { useBeginning } from './beginning';
import { useFocusKept } from './focus';
import { useFirstRead } from './firstRead';
import { followMenu } from './menu';
import { Frame } from './Frame';
import { useKeys } from './keys';
import { useAppearance } from './appearance';
import { useAppearanceCommands } from './appearanceCommands';
import { useRemembered } from './remember';
import { useTitle } from './title';
import { Toasts, toast } from './toasts';
import { whoIsKnown } from './who';

export function App() {
  const begun = useBeginning();
  const program = useRead('read_program', {}).data;
  const file = program?.fil ?? null;
  const known = program !== undefined && (file === null || program.vem !== null);
  useKeys();
  useFocusKept();
  useAppearance(program);
  useTitle(file);
  useAppearanceCommands(program);
  const copying = useFileCommands(file);
  useDroppedPlan(file ? 'plans' : 'none');
  const ready = useRemembered(program);
  const read = useFirstRead(program && ready && begun ? file !== null : undefined);
  useEffect(() => whoIsKnown.set(known), [known]);
  useEffect(followMenu, []);
  useEffect(() => {
    if (file) announce(`${file.namn}, ${file.rubrik} är öppen.`);
    if (program?.natverk) toast.say(program.natverk);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once per file
  }, [file?.fil]);
  if (!program || !ready || !begun || !read) return null;
  return (
    <>
      {file ? <Frame key={file.fil} program={program} file={file} /> : <StartScreen program={program} />}
      <Palette />
      <Help isPlanOpen={file !== null} />
      <WhoDialog />
      <FileDialogs />
      {copying}
      <Toasts />
    </>
  );
}
