/** The closed Markdown of the plan as it is read: paragraphs, lists, bold and italics. Anything else stands as typed. */
import type { ReactNode } from 'react';

function inline(text: string): ReactNode[] {
  return text.split(/(\*\*[^*]+\*\*|\*[^*]+\*)/u).map((part, i) => {
    if (part.startsWith('**') && part.length > 4) return <strong key={i}>{part.slice(2, -2)}</strong>;
    if (part.startsWith('*') && part.length > 2) return <em key={i}>{part.slice(1, -1)}</em>;
    return part;
  });
}

const isItem = (line: string): boolean => /^[-*] /u.test(line);

export function Prose({ text }: { text: string }) {
  const blocks = text.split(/\n{2,}/u).map((block) => block.split('\n'));
  return (
    <>
      {blocks.map((lines, i) =>
        lines.every(isItem) ? (
          <ul key={i}>
            {lines.map((line, j) => (
              <li key={j}>{inline(line.slice(2))}</li>
            ))}
          </ul>
        ) : (
          <p key={i}>{inline(lines.join(' '))}</p>
        ),
      )}
    </>
  );
}
