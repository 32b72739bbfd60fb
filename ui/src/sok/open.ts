/** Opens the palette from anywhere. */
import { store } from '../app/store';

export const paletteOpen = store(false);
export const openPalette = () => paletteOpen.set(true);
