const name = 'a name, shown in telemetry and configuration dumps alone'

/** Fields that a compile step reads and of which no edit can be observed by a request, each with the reason. */
export const neutralFields: ReadonlyMap<string, string> = new Map([
  ['VirtualService spec.http[].name', name],
  ['VirtualService spec.http[].match[].name', name],
  [
    'Gateway spec.servers[].port.name',
    'a part of the name of a route configuration, and nothing else'
  ],
  ['ServiceEntry spec.ports[].name', 'its protocol stands in a field of its own'],
  [
    'AuthorizationPolicy spec.provider.name',
    'the mesh configuration has no provider of any name: what would be asked is denied'
  ],
  ['PeerAuthentication spec.portLevelMtls.*.mode', 'the key that is planted is no port']
])
