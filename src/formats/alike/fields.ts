/** A record whose fields are set by name. */
type Open = {
  destination?: unknown
  address?: unknown
  gateway?: unknown
  interface?: unknown
  mac?: unknown
  metric?: unknown
  mtu?: unknown
  refs?: unknown
  use?: unknown
  [name: string]: unknown
}

/** Sets a field. A store to a name that stands in the code costs a fraction of one to a name in a variable. */
export function setField(record: Open, name: string, value: unknown): void {
  switch (name) {
    case 'destination':
      record.destination = value
      break
    case 'gateway':
      record.gateway = value
      break
    case 'interface':
      record.interface = value
      break
    case 'address':
      record.address = value
      break
    case 'mac':
      record.mac = value
      break
    case 'metric':
      record.metric = value
      break
    case 'refs':
      record.refs = value
      break
    case 'use':
      record.use = value
      break
    default:
      record[name] = value
  }
}
