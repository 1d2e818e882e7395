/** Every command and query there is, as the gate made them: the access matrix is enumerated from here. */
export type Registered = { name: string; kind: 'command' | 'query' }

const doors = new Map<string, Registered>()

/** Notes a door. Next may load a module twice in development, so the same name again is not a fault. */
export function register(door: Registered): void {
  doors.set(door.name, door)
}

/** All doors of the modules that were loaded so far. */
export const registeredDoors = (): readonly Registered[] => [...doors.values()]
