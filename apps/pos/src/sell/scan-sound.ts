/** Two short tones, so that nobody has to look: high for found, low for unknown. */

let audio: AudioContext | undefined;

/** Sounds once; stays silent where the browser has no sound or no gesture came yet. */
export function soundScan(isKnown: boolean): void {
  try {
    audio ??= new AudioContext();
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    const now = audio.currentTime;
    tone.frequency.value = isKnown ? 1320 : 220;
    loudness.gain.setValueAtTime(0.12, now);
    loudness.gain.exponentialRampToValueAtTime(0.001, now + (isKnown ? 0.09 : 0.28));
    tone.connect(loudness).connect(audio.destination);
    tone.start(now);
    tone.stop(now + 0.3);
  } catch {
    // Sound is a comfort: the flash on the line says the same.
  }
}
