/** What is shown in the place of something that could not be drawn: the rest of the window goes on working. */
import { Component, createRef, type ReactNode } from 'react';
import type { UiError } from '../api/generated';
import { Button } from '../shared/Button';
import { ErrorNotice } from '../shared/Notice';

interface Props {
  /** "Skärmen kunde inte visas." */
  message: string;
  /** What to do beside trying again. */
  hint?: string;
  /** Another key is another thing to draw: it is tried anew. */
  of?: string;
  /** Instead of drawing it once more. */
  again?: { label: string; run: () => void };
  /** It stands for the whole screen. */
  isScreen?: boolean;
  children: ReactNode;
}

interface State {
  thrown: Error | null;
  of: string | undefined;
}

const KEPT = 'Det som redan är sparat finns kvar.';

/** The technical words, for the one who helps. */
const detailOf = (thrown: Error): string => thrown.stack ?? `${thrown.name}: ${thrown.message}`;

export class Boundary extends Component<Props, State> {
  override state: State = { thrown: null, of: this.props.of };

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { thrown: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.of === state.of ? null : { thrown: null, of: props.of };
  }

  private readonly box = createRef<HTMLDivElement>();

  override componentDidMount(): void {
    this.keepFocus();
  }

  override componentDidUpdate(): void {
    this.keepFocus();
  }

  private keepFocus(): void {
    // What had the focus is gone with what could not be drawn.
    if (this.state.thrown && document.activeElement === document.body) this.box.current?.querySelector('button')?.focus();
  }

  override render(): ReactNode {
    const { thrown } = this.state;
    const { message, hint = 'Försök igen.', again, isScreen, children } = this.props;
    if (!thrown) return children;
    const error: UiError = { code: 'window', message, hint: `${hint} ${KEPT}`, detail: detailOf(thrown), field: null };
    const notice = (
      <div ref={this.box} className="boundary">
        <ErrorNotice error={error}>
          <Button onPress={again?.run ?? (() => this.setState({ thrown: null }))}>{again?.label ?? 'Försök igen'}</Button>
        </ErrorNotice>
      </div>
    );
    if (!isScreen) return notice;
    return (
      <main className="main" id="content" tabIndex={-1}>
        {notice}
      </main>
    );
  }
}
