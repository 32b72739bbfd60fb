/** A field to search in what is shown: a glass before, a cross to clear. Retur takes the first hit where there is such. */
import { Search, X } from 'lucide-react';
import { Button as AriaButton, Input, SearchField } from 'react-aria-components';
import './searchbox.css';

interface Props {
  /** What is searched; read by listeners and shown while the field is empty. */
  label: string;
  value: string;
  onChange: (text: string) => void;
  onSubmit?: () => void;
  autoFocus?: boolean;
}

export function SearchBox({ label, value, onChange, onSubmit, autoFocus }: Props) {
  return (
    <SearchField className="search-box" aria-label={label} value={value} onChange={onChange} onSubmit={onSubmit} autoFocus={autoFocus}>
      <Search size={15} aria-hidden />
      <Input className="input" placeholder={label} />
      <AriaButton className="icon-button" aria-label="Rensa sökningen">
        <X size={14} aria-hidden />
      </AriaButton>
    </SearchField>
  );
}
