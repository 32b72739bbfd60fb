/** Buttons, with their key on a cap and a tooltip where only a picture is shown. */
import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { keycaps } from '../app/keys';

/** The keys of a shortcut: "Ctrl+K" as two caps. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="keys">
      {keycaps(keys).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** primary: the one step that is meant; quiet: without border; plain: with border. */
  variant?: 'primary' | 'quiet' | 'plain' | 'link';
  shortcut?: string;
  className?: string;
  children: ReactNode;
}

export function Button({ variant = 'plain', shortcut, className = '', children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button ${variant} ${className}`}>
      {children}
      {shortcut && <Keys keys={shortcut} />}
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> {
  /** What it does; read by listeners and shown as a tooltip. */
  label: string;
  shortcut?: string;
  className?: string;
  children: ReactNode;
}

export function IconButton({ label, shortcut, className = '', children, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...rest} aria-label={label} className={`icon-button ${className}`}>
        {children}
      </AriaButton>
      <Tooltip className="tooltip">
        {label}
        {shortcut && <Keys keys={shortcut} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
