/** A field of a form: label above, hint below, and the refusal beside it in words. */
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Input, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, Text, TextField, type TextFieldProps } from 'react-aria-components';
import { ChevronDown } from 'lucide-react';
import type { UiError } from '../api/generated';

/** What was wrong and what to do, beside the field. */
export function FieldError({ error }: { error: UiError }) {
  return (
    <Text slot="errorMessage" className="field-error">
      <CircleAlert size={14} aria-hidden />
      <span>
        {error.message} {error.hint}
      </span>
    </Text>
  );
}

/** A refusal that belongs to a form or a list and not to one field: there `Text` has no slot for it. */
export function FormError({ error }: { error: UiError }) {
  return (
    <p className="field-error" role="alert">
      <CircleAlert size={14} aria-hidden />
      <span>
        {error.message} {error.hint}
      </span>
    </p>
  );
}

interface FieldProps extends Omit<TextFieldProps, 'className' | 'children'> {
  label: string;
  hint?: string;
  error?: UiError | null;
  className?: string;
  placeholder?: string;
  /** Instead of a line of text. */
  input?: ReactNode;
}

export function Field({ label, hint, error, className = '', placeholder, input, ...rest }: FieldProps) {
  return (
    <TextField {...rest} isInvalid={Boolean(error)} className={`field ${className}`}>
      <Label>{label}</Label>
      {input ?? <Input className="input" placeholder={placeholder} />}
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      {error && <FieldError error={error} />}
    </TextField>
  );
}

interface Option {
  id: string;
  label: string;
  note?: string;
}

interface SelectFieldProps {
  label: string;
  /** The label is read but not seen. */
  quiet?: boolean;
  options: readonly Option[];
  value: string | null;
  onChange: (id: string) => void;
  placeholder?: string;
  isDisabled?: boolean;
  className?: string;
  error?: UiError | null;
  autoFocus?: boolean;
}

/** A choice among a few. */
export function SelectField({ label, quiet, options, value, onChange, placeholder = 'Välj', isDisabled, className = '', error, autoFocus }: SelectFieldProps) {
  return (
    <Select
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      placeholder={placeholder}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
      className={`field ${className}`}
      aria-label={quiet ? label : undefined}
      autoFocus={autoFocus}
    >
      {!quiet && <Label>{label}</Label>}
      <AriaButton className="button select">
        <SelectValue>{({ defaultChildren, selectedText }) => <span title={selectedText || undefined}>{defaultChildren}</span>}</SelectValue>
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      {error && <FieldError error={error} />}
      <Popover className="popover">
        <ListBox className="list" items={options}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className="option">
              <span>{item.label}</span>
              {item.note && <small>{item.note}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
