import { describe, expect, test } from 'vitest';
import { isTyping, keycaps, pressed } from './keys';

const press = (key: string, held: Partial<KeyboardEventInit> = {}) => pressed(new KeyboardEvent('keydown', { key, ...held }));

describe('keys', () => {
  test('an event becomes the shortcut as it is written in a command', () => {
    expect(press('z', { ctrlKey: true })).toBe('Ctrl+Z');
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+Z');
    expect(press('ArrowUp', { altKey: true })).toBe('Alt+ArrowUp');
    expect(press('+', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Plus');
    expect(press('F1')).toBe('F1');
  });
  test('the caps are Swedish', () => {
    expect(keycaps('Ctrl+Enter')).toEqual(['Ctrl', 'Retur']);
    expect(keycaps('Alt+ArrowDown')).toEqual(['Alt', '↓']);
  });
  test('typing goes into fields and not into checkboxes', () => {
    const input = document.createElement('input');
    expect(isTyping(input)).toBe(true);
    input.type = 'checkbox';
    expect(isTyping(input)).toBe(false);
    expect(isTyping(document.createElement('div'))).toBe(false);
  });
});
