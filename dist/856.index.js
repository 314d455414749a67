export const id = 856;
export const ids = [856];
export const modules = {

/***/ 3073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ dataplane)
});

// EXTERNAL MODULE: ./build/mesh/json.js
var json = __webpack_require__(9348);
// EXTERNAL MODULE: ./build/dataplane/destination-rule.js
var destination_rule = __webpack_require__(168);
// EXTERNAL MODULE: ./build/dataplane/hash.js
var dataplane_hash = __webpack_require__(178);
;// CONCATENATED MODULE: ./build/dataplane/mesh-routes.js

const KINDS = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'];
/**
 * Gateway API routes whose parent is a service, by its host (lower case): for clients in the mesh they
 * stand in the place of VirtualServices. Source: Gateway API, GAMMA.
 */
function meshRoutes(mesh) {
    const result = new Map();
    for (const manifest of KINDS.flatMap(kind => mesh.of(kind))) {
        for (const entry of (0,json/* list */.p_)(manifest.spec.parentRefs)) {
            const parent = (0,json/* mapOrEmpty */.B4)(entry);
            for (const host of parentHosts(parent, manifest, mesh)) {
                const known = result.get(host);
                if (known === undefined)
                    result.set(host, [manifest]);
                else if (!known.includes(manifest))
                    known.push(manifest);
            }
        }
    }
    return result;
}
function parentHosts(parent, manifest, mesh) {
    const name = (0,json/* text */.Qq)(parent.name) ?? '';
    const namespace = (0,json/* filled */.Bq)(parent.namespace) ?? manifest.ref.namespace;
    switch ((0,json/* text */.Qq)(parent.kind)) {
        case 'Service':
            return [`${name}.${namespace}.svc.${mesh.config.clusterDomain}`.toLowerCase()];
        case 'Hostname':
            return [name.toLowerCase()];
        case 'ServiceEntry': {
            const group = 'networking.istio.io';
            const entry = mesh.get({ group, kind: 'ServiceEntry', namespace, name });
            return (0,json/* texts */.Te)(entry?.spec.hosts).map(host => host.toLowerCase());
        }
        default:
            return [];
    }
}

// EXTERNAL MODULE: ./build/mesh/selector.js
var mesh_selector = __webpack_require__(9999);
;// CONCATENATED MODULE: ./build/dataplane/peer-authentication.js


const peerAuthenticationReads = (/* unused pure expression or super */ null && ([
    ['PeerAuthentication', 'spec.selector.matchLabels.*'],
    ['PeerAuthentication', 'spec.mtls.mode'],
    ['PeerAuthentication', 'spec.portLevelMtls.*.mode'],
    ['PeerAuthentication', 'metadata.creationTimestamp']
]));
/**
 * Mesh (root namespace, no selector), namespace (no selector), workload (selector, outside the root), port.
 * Of each level the oldest counts, others are ignored whole.
 * Source: pilot model/authentication.go, security/authn/policy_applier.go ComposePeerAuthentication.
 */
function peerAuthentication(mesh) {
    const root = mesh.config.rootNamespace;
    const whole = new Map();
    const selecting = new Map();
    for (const manifest of mesh.of('PeerAuthentication')) {
        const { namespace } = manifest.ref;
        const labels = (0,json/* textMap */.sP)((0,json/* mapOrEmpty */.B4)(manifest.spec.selector).matchLabels);
        if ((0,mesh_selector/* isEmptySelector */.xh)(labels)) {
            if (!whole.has(namespace))
                whole.set(namespace, manifest);
            continue;
        }
        // A selector in the root namespace selects nothing.
        if (namespace === root)
            continue;
        const known = selecting.get(namespace);
        if (known === undefined)
            selecting.set(namespace, [{ labels, manifest }]);
        else
            known.push({ labels, manifest });
    }
    const meshPolicy = whole.get(root);
    const meshMode = meshPolicy === undefined ? null : (modeOf(meshPolicy) ?? 'PERMISSIVE');
    return {
        namespaceMode(namespace) {
            const own = namespace === root ? undefined : whole.get(namespace);
            if (own === undefined)
                return meshMode;
            return modeOf(own) ?? meshMode ?? 'PERMISSIVE';
        },
        mode(namespace, labels, port) {
            const own = namespace === root ? undefined : whole.get(namespace);
            const workload = selecting
                .get(namespace)
                ?.find(entry => (0,mesh_selector/* selects */.ko)(entry.labels, labels))?.manifest;
            const levels = [workload, own, meshPolicy].filter(entry => entry !== undefined);
            if (workload !== undefined) {
                const entry = (0,json/* map */.Tj)((0,json/* mapOrEmpty */.B4)(workload.spec.portLevelMtls)[String(port)]);
                const mode = entry === undefined ? null : known((0,json/* text */.Qq)(entry.mode));
                if (mode !== null)
                    return { mode, from: [workload] };
            }
            for (const manifest of levels) {
                const mode = modeOf(manifest);
                if (mode !== null)
                    return { mode, from: [manifest] };
            }
            return { mode: 'PERMISSIVE', from: [] };
        }
    };
}
/** `null`: unset, which inherits. */
function modeOf(manifest) {
    return known((0,json/* text */.Qq)((0,json/* mapOrEmpty */.B4)(manifest.spec.mtls).mode));
}
function known(mode) {
    return mode === 'DISABLE' || mode === 'PERMISSIVE' || mode === 'STRICT' ? mode : null;
}

// EXTERNAL MODULE: ./build/dataplane/routes.js
var dataplane_routes = __webpack_require__(1187);
;// CONCATENATED MODULE: ./build/dataplane/route-cache.js



/**
 * Routes of VirtualServices, made once for all proxies that cannot tell them apart: equal input gives the
 * same array, so that comparison may stop at identity.
 */
class RouteCache {
    #sensitivities = new Map();
    #routes = new Map();
    #objects = new Map();
    routes(service, environment) {
        let known = this.#routes.get(service);
        if (known === undefined) {
            known = new Map();
            this.#routes.set(service, known);
        }
        const key = this.#key(service, environment);
        let routes = known.get(key);
        if (routes === undefined) {
            routes = (0,dataplane_routes/* httpRoutes */.F)(service, environment);
            known.set(key, routes);
        }
        return routes;
    }
    #key(service, environment) {
        let sensitivity = this.#sensitivities.get(service);
        if (sensitivity === undefined) {
            sensitivity = sensitivityOf(service);
            this.#sensitivities.set(service, sensitivity);
        }
        const parts = [
            environment.gateway,
            environment.port,
            environment.tls ? 'tls' : '',
            sensitivity.namespace ? environment.namespace : ''
        ];
        for (const labels of sensitivity.labels)
            parts.push((0,mesh_selector/* selects */.ko)(labels, environment.labels) ? 1 : 0);
        for (const destination of sensitivity.destinations) {
            const target = environment.service((0,json/* text */.Qq)(destination.host) ?? '');
            const ports = target?.ports;
            parts.push(target?.externalName ?? '', (0,json/* map */.Tj)(destination.port) === undefined && ports?.length === 1 ? (ports[0]?.number ?? '') : '', this.#identity(environment.hash(destination)));
        }
        return parts.join(' ');
    }
    #identity(value) {
        if (value === undefined)
            return 0;
        let id = this.#objects.get(value);
        if (id === undefined) {
            id = this.#objects.size + 1;
            this.#objects.set(value, id);
        }
        return id;
    }
}
function sensitivityOf(service) {
    const labels = [];
    const destinations = [];
    let namespace = false;
    const add = (destination) => {
        if (destination !== undefined && ((0,json/* text */.Qq)(destination.host) ?? '') !== '') {
            destinations.push(destination);
        }
    };
    for (const rule of service.http) {
        for (const match of rule.matches ?? []) {
            const wanted = (0,json/* textMap */.sP)(match.fields.sourceLabels);
            if (Object.keys(wanted).length > 0)
                labels.push(wanted);
            if ((0,json/* filled */.Bq)(match.fields.sourceNamespace) !== undefined)
                namespace = true;
        }
        for (const route of (0,json/* list */.p_)(rule.fields.route))
            add((0,json/* map */.Tj)((0,json/* mapOrEmpty */.B4)(route).destination));
        add((0,json/* map */.Tj)(rule.fields.mirror));
        for (const mirror of (0,json/* list */.p_)(rule.fields.mirrors))
            add((0,json/* map */.Tj)((0,json/* mapOrEmpty */.B4)(mirror).destination));
    }
    return { labels, namespace, destinations: distinct(destinations) };
}
/** One of each host, subset and port. */
function distinct(destinations) {
    const seen = new Set();
    return destinations.filter(({ host, subset, port }) => {
        const key = `${(0,json/* text */.Qq)(host)}|${(0,json/* text */.Qq)(subset) ?? ''}|${(0,json/* number */.ai)((0,json/* mapOrEmpty */.B4)(port).number) ?? ''}`;
        if (seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
}

// EXTERNAL MODULE: ./build/dataplane/scope.js + 2 modules
var scope = __webpack_require__(3489);
// EXTERNAL MODULE: ./build/dataplane/sidecar.js
var sidecar = __webpack_require__(570);
// EXTERNAL MODULE: ./build/mesh/host.js
var mesh_host = __webpack_require__(5000);
// EXTERNAL MODULE: ./build/mesh/protocol.js
var mesh_protocol = __webpack_require__(8613);
// EXTERNAL MODULE: ./build/dataplane/domains.js
var dataplane_domains = __webpack_require__(7792);
;// CONCATENATED MODULE: ./build/dataplane/sidecar-virtual-hosts.js



/**
 * Virtual hosts of a sidecar's route configuration, by name. VirtualServices come first, in order; the
 * services that none of them takes follow with their default route. A name that is taken is not given
 * again, and neither is a domain. Source: pilot networking/core/httproute.go
 * BuildSidecarOutboundVirtualHosts, route/route.go BuildSidecarVirtualHostWrapper.
 */
function sidecarVirtualHosts(input) {
    const wrappers = wrap(input);
    const names = new Set();
    const domains = new Set();
    const realNames = new Set();
    for (const { services, port } of wrappers) {
        for (const service of services) {
            realNames.add(service.host.toLowerCase());
            realNames.add((0,dataplane_domains/* hostAndPort */.PG)(service.host.toLowerCase(), port));
        }
    }
    const hosts = [];
    const emit = (wrapper, host, service) => {
        const name = (0,dataplane_domains/* hostAndPort */.PG)(host, wrapper.port);
        if (names.has(name))
            return;
        names.add(name);
        const wanted = domainsOf(host, service, wrapper.port, input);
        const free = wanted.domains.filter(domain => {
            const folded = domain.toLowerCase();
            if (domains.has(folded))
                return false;
            if (wanted.alternates.has(domain) && realNames.has(domain))
                return false;
            domains.add(folded);
            return true;
        });
        // An HTTP proxy serves hosts without a port on port 80.
        const kept = input.port === 0 && wrapper.port !== 80 ? free.filter(one => one.includes(':')) : free;
        if (kept.length === 0)
            return;
        hosts.push({
            name,
            domains: kept,
            routes: wrapper.routes,
            requireTls: false,
            origins: originsOf(wrapper, service)
        });
    };
    for (const wrapper of wrappers) {
        for (const host of wrapper.hosts)
            emit(wrapper, host.toLowerCase(), null);
        for (const service of wrapper.services) {
            emit(wrapper, service.host.toLowerCase(), service);
        }
    }
    return hosts.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
function originsOf(wrapper, service) {
    if (wrapper.origins.length > 0)
        return [...wrapper.origins];
    const manifest = service?.manifest;
    return manifest === null || manifest === undefined ? [] : [{ manifest, path: [] }];
}
function domainsOf(host, service, port, input) {
    if (service === null)
        return { domains: [(0,dataplane_domains/* hostLiteral */.E2)(host)], alternates: NO_ALTERNATES };
    const folded = service.host === host ? service : { ...service, host };
    return (0,dataplane_domains/* serviceDomains */.DL)(folded, input.aliases(service), input.namespace, input.clusterDomain, {
        absolute: input.absoluteNames,
        port: input.port === 0 ? port : null
    });
}
const NO_ALTERNATES = new Set();
function wrap(input) {
    const wrappers = [];
    const taken = new Set();
    for (const virtualService of input.virtualServices) {
        const routes = input.routes(virtualService);
        if (routes.length === 0)
            continue;
        const split = splitHosts(virtualService, input);
        if (virtualService.semantics === 'gateway-api') {
            const { namespace } = virtualService;
            const own = split.services.some(({ service }) => service.namespace === namespace || input.namespace === namespace);
            if (!own)
                continue;
        }
        const origins = [{ manifest: virtualService.manifest, path: ['spec', 'hosts'] }];
        const others = split.others.filter(host => input.includes(host.toLowerCase()));
        const byPort = httpPorts(split.services);
        if (byPort.size === 0 && input.port === 80)
            byPort.set(80, []);
        for (const [port, every] of byPort) {
            const services = every.filter(service => input.includes(service.host.toLowerCase()));
            for (const service of services)
                taken.add(service.host.toLowerCase());
            wrappers.push({ port, hosts: others, services, routes, origins });
        }
    }
    const rest = input.services
        .selected()
        .filter(([host, { service }]) => !taken.has(host) && service.resolution !== 'alias')
        .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    for (const [, { service, ports }] of rest) {
        for (const port of ports) {
            if (!(0,mesh_protocol/* isHttpOrSniffed */.$p)(port.protocol))
                continue;
            const routes = [input.defaultRoute(service, port)];
            wrappers.push({ port: port.number, hosts: [], services: [service], routes, origins: [] });
        }
    }
    return wrappers;
}
function httpPorts(services) {
    const result = new Map();
    for (const { service, ports } of services) {
        for (const port of ports) {
            if (!(0,mesh_protocol/* isHttpOrSniffed */.$p)(port.protocol))
                continue;
            const known = result.get(port.number);
            if (known === undefined)
                result.set(port.number, [service]);
            else
                known.push(service);
        }
    }
    return result;
}
/**
 * Hosts that are services, and hosts that no registry knows. A wildcard takes the services that no more
 * specific VirtualService owns, and stands as itself only where it covers no service at all.
 * Source: route.go separateVSHostsAndServices.
 */
function splitHosts(virtualService, input) {
    const others = [];
    const services = [];
    const wildcards = [];
    for (const written of virtualService.hosts) {
        const host = input.foldHosts ? written.toLowerCase() : written;
        if ((0,mesh_host/* isWildcard */.z2)(host)) {
            wildcards.push(host);
            continue;
        }
        const found = input.services.get(host);
        if (found === undefined)
            others.push(written);
        else
            services.push(found);
    }
    for (const host of wildcards) {
        if (virtualService.semantics === 'gateway-api') {
            others.push(host);
            continue;
        }
        let covered = false;
        for (const [name, entry] of input.services.under(host)) {
            covered = true;
            if (input.owns(virtualService, name))
                services.push(entry);
        }
        if (!covered)
            others.push(host);
    }
    return { others, services };
}
/**
 * Which VirtualService owns a service by specificity: the first that names the host, else the one with
 * the longest wildcard. Source: pilot model/sidecar.go computeWildcardHostVirtualServiceIndex.
 */
function ownerIndex(virtualServices) {
    const exact = new Map();
    const wild = new Map();
    for (const service of virtualServices) {
        for (const host of service.hosts) {
            const index = (0,mesh_host/* isWildcard */.z2)(host) ? wild : exact;
            if (!index.has(host))
                index.set(host, service);
        }
    }
    const wildcards = [...wild.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    return host => {
        const found = exact.get(host);
        if (found !== undefined)
            return found;
        const covering = wildcards.find(wildcard => (0,mesh_host/* isSubset */.HS)(host, wildcard));
        return covering === undefined ? undefined : wild.get(covering);
    };
}

// EXTERNAL MODULE: ./build/dataplane/virtual-service.js
var virtual_service = __webpack_require__(6080);
;// CONCATENATED MODULE: ./build/dataplane/virtual-service-index.js

function virtualServiceIndex(mesh) {
    const all = (0,virtual_service/* virtualServices */.K)(mesh);
    const own = new Map();
    const exported = new Map();
    const everywhere = new Map();
    for (const service of all) {
        const { exportTo } = service;
        if (exportTo === 'none')
            continue;
        for (const gateway of new Set(service.gateways)) {
            if (exportTo === 'public') {
                add(everywhere, gateway, service);
                continue;
            }
            for (const namespace of exportTo) {
                add(namespace === service.namespace ? own : exported, `${namespace} ${gateway}`, service);
            }
        }
    }
    const joined = new Map();
    return {
        all,
        for(namespace, gateway) {
            const key = `${namespace} ${gateway}`;
            const known = joined.get(key);
            if (known !== undefined)
                return known;
            const first = own.get(key);
            const second = exported.get(key);
            const third = everywhere.get(gateway) ?? [];
            const result = first === undefined && second === undefined
                ? third
                : [...(first ?? []), ...(second ?? []), ...third];
            joined.set(key, result);
            return result;
        }
    };
}
function add(index, key, service) {
    const known = index.get(key);
    if (known === undefined)
        index.set(key, [service]);
    else
        known.push(service);
}

;// CONCATENATED MODULE: ./build/dataplane/compilation.js










/** Everything of one mesh that its proxies share, made when first asked for. */
class Compilation {
    mesh;
    routes = new RouteCache();
    #scopes = new Map();
    #virtualServices;
    #owners = new Map();
    #meshRoutes;
    #destinationRules;
    #sidecars;
    #peerAuthentication;
    constructor(mesh) {
        this.mesh = mesh;
    }
    get virtualServices() {
        this.#virtualServices ??= virtualServiceIndex(this.mesh);
        return this.#virtualServices;
    }
    get destinationRules() {
        this.#destinationRules ??= (0,destination_rule/* destinationRuleIndex */.dt)(this.mesh);
        return this.#destinationRules;
    }
    /** Gateway API routes for clients in the mesh, by host; not compiled yet. */
    get meshRoutes() {
        this.#meshRoutes ??= meshRoutes(this.mesh);
        return this.#meshRoutes;
    }
    get peerAuthentication() {
        this.#peerAuthentication ??= peerAuthentication(this.mesh);
        return this.#peerAuthentication;
    }
    get sidecars() {
        this.#sidecars ??= (0,sidecar/* sidecarIndex */.ys)(this.mesh);
        return this.#sidecars;
    }
    /** One scope per namespace and Sidecar resource; gateways and waypoints ignore Sidecars. */
    scope(namespace, sidecar) {
        const key = `${namespace} ${sidecar === null ? '' : `${sidecar.ref.namespace}/${sidecar.ref.name}`}`;
        let found = this.#scopes.get(key);
        if (found === undefined) {
            found = (0,scope/* scope */.z)(this.mesh, this.virtualServices, namespace, sidecar);
            this.#scopes.set(key, found);
        }
        return found;
    }
    /** Which of these VirtualServices owns a host by specificity; one index for all who see the same ones. */
    owners(services) {
        let index = this.#owners.get(services);
        if (index === undefined) {
            index = ownerIndex(services);
            this.#owners.set(services, index);
        }
        return index;
    }
    /** The merged DestinationRule that a proxy applies to a service. */
    destinationRule(namespace, labels, service) {
        return (0,destination_rule/* ruleFor */.sG)(this.destinationRules.for(namespace, service), namespace, labels);
    }
    /** The consistentHash of a destination, for a proxy of this namespace and labels. */
    hash(own, labels, destination) {
        const service = own.service((0,json/* text */.Qq)(destination.host) ?? '');
        if (service === undefined)
            return undefined;
        return (0,dataplane_hash/* hashForDestination */.kl)(this.destinationRule(own.namespace, labels, service), destination);
    }
}

// EXTERNAL MODULE: ./build/mesh/service.js
var mesh_service = __webpack_require__(4615);
;// CONCATENATED MODULE: ./build/dataplane/cluster-name.js
/** `outbound|port|subset|host` → its parts; `null`: another kind of name. Source: pilot model/service.go ParseSubsetKey. */
function parseCluster(name) {
    const parts = name.split('|');
    const [direction, port, subset, host] = parts;
    if (parts.length !== 4 || direction !== 'outbound')
        return null;
    if (subset === undefined || host === undefined)
        return null;
    return { port: Number(port), subset, host };
}
/** The name as a server name: `outbound_.80_.v1_.host`. Source: pilot model/service.go BuildDNSSrvSubsetKey. */
function snatName(port, subset, host) {
    return `outbound_.${port}_.${subset}_.${host}`;
}
/** The ordinary name of a cluster that is named for server names; `null`: it is not. */
function acrossNetworks(name) {
    const found = /^outbound_\.(\d+)_\.(.*?)_\.(.+)$/.exec(name);
    return found === null ? null : `outbound|${found[1]}|${found[2]}|${found[3]}`;
}

// EXTERNAL MODULE: ./build/dataplane/endpoints.js + 1 modules
var dataplane_endpoints = __webpack_require__(8150);
// EXTERNAL MODULE: ./build/dataplane/traffic-policy.js
var traffic_policy = __webpack_require__(7899);
// EXTERNAL MODULE: ./build/dataplane/upstream-policy.js
var upstream_policy = __webpack_require__(5323);
// EXTERNAL MODULE: ./build/dataplane/upstream-tls.js
var upstream_tls = __webpack_require__(1400);
;// CONCATENATED MODULE: ./build/dataplane/clusters.js









/** A cluster that the proxy is sent; `undefined`: none of that name. Source: pilot networking/core/cluster.go buildOutboundClusters. */
function outboundCluster(compilation, client, name) {
    const wanted = parseCluster(name);
    if (wanted === null)
        return undefined;
    const service = client.scope.service(wanted.host);
    const port = service === undefined ? undefined : (0,mesh_service/* portOf */.HM)(service, wanted.port);
    if (service === undefined || port === undefined || port.protocol === 'UDP')
        return undefined;
    const rule = compilation.destinationRule(client.namespace, client.labels, service);
    const subset = wanted.subset === '' ? undefined : rule?.subsets.get(wanted.subset);
    const policy = (0,traffic_policy/* effectivePolicy */.Ci)(rule, wanted.subset, port.number, compilation.mesh);
    const endpoints = (0,dataplane_endpoints/* endpointsOf */.uY)(compilation, service, port);
    const type = typeOf(service, port, client, policy, endpoints);
    if (type === null)
        return undefined;
    const assumptions = [...service.assumptions];
    if (wanted.subset !== '' && subset === undefined) {
        if (!compilation.mesh.assumed.subsets.has(`${wanted.subset}|${wanted.host}`))
            return undefined;
        assumptions.push({
            kind: 'subset-has-endpoints',
            params: { subset: wanted.subset, host: wanted.host }
        });
    }
    if (type === 'dynamic-forward-proxy' && wanted.subset !== '')
        return undefined;
    return {
        name,
        ...wanted,
        type,
        labels: subset?.labels ?? {},
        endpoints: endpoints === null || type === 'original-dst'
            ? null
            : endpoints.filter(({ labels }) => (0,mesh_selector/* selects */.ko)(subset?.labels ?? {}, labels)).length,
        destinationRule: rule === undefined ? null : `${rule.namespace}/${rule.name}`,
        policy: settled((0,upstream_policy/* upstreamPolicy */.O)(policy, port.protocol, compilation.mesh.config), type),
        tls: tlsOf(compilation, client, { service, port, rule, subset, policy, type, endpoints }),
        origins: clusters_originsOf(service, port, rule, subset),
        certainty: assumptions.length === 0 ? 'certain' : 'assumed',
        assumptions
    };
}
/** A cluster without a way to endpoints of its own lets the connection say where it goes. */
function settled(policy, type) {
    if (type !== 'original-dst' && type !== 'dynamic-forward-proxy')
        return policy;
    return { ...policy, loadBalancer: { policy: 'CLUSTER_PROVIDED' } };
}
/** `null`: no cluster. Source: cluster.go convertResolution, cluster_builder.go buildCluster. */
function typeOf(service, port, client, policy, endpoints) {
    const { resolution } = service;
    if (resolution === 'alias')
        return null;
    if ((0,mesh_host/* isWildcard */.z2)(service.host) && resolution === 'dynamic-dns') {
        return ['HTTP', 'TLS', 'GRPC', 'HTTP2'].includes(port.protocol) ? 'dynamic-forward-proxy' : null;
    }
    if ((0,json/* text */.Qq)(policy.loadBalancer?.simple) === 'PASSTHROUGH')
        return 'original-dst';
    switch (resolution) {
        case 'dns':
        case 'dns-round-robin':
            // DNS clusters carry their endpoints; without any there is no cluster.
            if (endpoints?.length === 0)
                return null;
            if ((0,mesh_host/* isWildcard */.z2)(service.host) && service.registry === 'External' && hostAlone(service))
                return null;
            return resolution === 'dns' ? 'strict-dns' : 'logical-dns';
        case 'passthrough':
            return client.type === 'gateway' ? 'eds' : 'original-dst';
        default:
            return 'eds';
    }
}
function hostAlone({ manifest, selector }) {
    const endpoints = manifest?.spec.endpoints;
    return selector === null && !(Array.isArray(endpoints) && endpoints.length > 0);
}
function tlsOf(compilation, client, input) {
    const { service, port, rule, subset, policy } = input;
    return (0,upstream_tls/* upstreamTls */.t)({
        tls: policy.tls,
        service,
        sni: snatName(port.number, subset?.name ?? '', service.host),
        autoMtls: compilation.mesh.config.enableAutoMtls,
        serverMode: serverMode(compilation, input),
        isSidecar: client.type === 'sidecar',
        selecting: rule?.selector !== null && rule?.selector !== undefined,
        originalDst: input.type === 'original-dst'
    });
}
/**
 * What clients expect of the whole service: its namespace's policy; where the connection goes to the
 * address dialled, mutual TLS only if every known endpoint speaks it.
 * Source: pilot model/push_context.go BestEffortInferServiceMTLSMode.
 */
function serverMode(compilation, { service, rule, subset, endpoints }) {
    if (service.meshExternal)
        return null;
    const own = subset === undefined ? rule?.trafficPolicy?.fields : subset.trafficPolicy;
    const passthrough = (0,json/* text */.Qq)((0,json/* mapOrEmpty */.B4)(own?.loadBalancer).simple) === 'PASSTHROUGH';
    if (service.resolution === 'passthrough' || passthrough) {
        const all = endpoints ?? [];
        if (all.length === 0 && endpoints !== null)
            return 'DISABLE';
        if (all.some(endpoint => !endpoint.inMesh))
            return 'DISABLE';
    }
    return compilation.peerAuthentication.namespaceMode(service.namespace) ?? 'PERMISSIVE';
}
/** Names of all clusters of a proxy, in the order in which istiod makes them. */
function* clusterNames(compilation, client) {
    for (const service of client.scope.services) {
        if (service.resolution === 'alias')
            continue;
        const rule = compilation.destinationRule(client.namespace, client.labels, service);
        for (const port of service.ports) {
            for (const subset of ['', ...(rule?.subsets.keys() ?? [])]) {
                const name = `outbound|${port.number}|${subset}|${service.host}`;
                if (outboundCluster(compilation, client, name) !== undefined)
                    yield name;
            }
        }
    }
}
/** The clusters behind AUTO_PASSTHROUGH servers: TLS goes through untouched. Source: cluster.go buildOutboundSniDnatClusters. */
function crossNetworkCluster(compilation, client, name) {
    const inner = acrossNetworks(name);
    const cluster = inner === null ? undefined : outboundCluster(compilation, client, inner);
    return cluster === undefined ? undefined : { ...cluster, name, tls: { mode: 'plaintext' } };
}
function clusters_originsOf(service, port, rule, subset) {
    const origins = [];
    if (service.manifest !== null)
        origins.push({ manifest: service.manifest, path: port.path });
    if (subset !== undefined)
        origins.push(subset.at);
    if (rule?.trafficPolicy !== null && rule !== undefined)
        origins.push(rule.trafficPolicy.at);
    return origins;
}

// EXTERNAL MODULE: ./build/mesh/visibility.js
var visibility = __webpack_require__(722);
// EXTERNAL MODULE: ./build/dataplane/gateway-servers.js
var gateway_servers = __webpack_require__(5158);
// EXTERNAL MODULE: ./build/dataplane/route-match.js
var route_match = __webpack_require__(7012);
;// CONCATENATED MODULE: ./build/dataplane/gateway-routes.js




/**
 * Virtual hosts of a gateway, by name. Routes of several VirtualServices for one host follow each other
 * (server by server, then in index order); catch-alls move to the end. A VirtualService is compiled once
 * per Gateway, for the port of its first server. Source: pilot networking/core/gateway.go
 * buildGatewayHTTPRouteConfig.
 */
function gatewayVirtualHosts(input) {
    const hosts = new Map();
    const compiled = new Map();
    for (const server of input.servers) {
        const redirects = (0,gateway_servers/* redirectsToHttps */.Up)(server);
        for (const service of input.virtualServices(server.gateway)) {
            const matching = (0,mesh_host/* intersection */.E$)((0,mesh_host/* namesForNamespace */.nr)(server.hosts, service.namespace), service.hosts);
            if (matching.length === 0)
                continue;
            const key = `${server.gateway} ${service.namespace}/${service.name}`;
            let routes = compiled.get(key);
            if (routes === undefined) {
                routes = input.routes(service, server);
                if (routes.length === 0)
                    continue;
                compiled.set(key, routes);
            }
            for (const host of matching) {
                const building = gateway_routes_open(hosts, host.toLowerCase(), server.number);
                building.routes.push(...routes);
                building.origins.push({ manifest: service.manifest, path: ['spec', 'hosts'] }, { manifest: server.at.manifest, path: [...server.at.path, 'hosts'] });
                if (redirects)
                    building.requireTls = true;
            }
        }
        if (!redirects)
            continue;
        for (const written of server.hosts) {
            const building = gateway_routes_open(hosts, written.toLowerCase(), server.number);
            building.requireTls = true;
            if (building.origins.length === 0) {
                building.origins.push({
                    manifest: server.at.manifest,
                    path: [...server.at.path, 'tls', 'httpsRedirect']
                });
            }
        }
    }
    if (hosts.size === 0)
        return [nothing(input.servers)];
    return collapse([...hosts.values()], input.features).sort((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
function gateway_routes_open(hosts, host, port) {
    let building = hosts.get(host);
    if (building === undefined) {
        building = { host, port, routes: [], origins: [], requireTls: false };
        hosts.set(host, building);
    }
    return building;
}
function nothing(servers) {
    return {
        name: (0,dataplane_domains/* hostAndPort */.PG)('blackhole', servers[0]?.number ?? 0),
        domains: ['*'],
        routes: [],
        requireTls: false,
        origins: servers.map(server => server.at)
    };
}
/**
 * Hosts with the very same routes become domains of the first of them.
 * Source: gateway.go collapseDuplicateRoutes.
 */
function collapse(buildings, features) {
    const sorted = [...buildings].sort((a, b) => moreSpecific(a.host, b.host));
    const groups = new Map();
    const identities = new Map();
    for (const building of sorted) {
        const parts = [building.requireTls];
        for (const route of building.routes) {
            const id = identities.get(route) ?? identities.size;
            identities.set(route, id);
            parts.push(id);
        }
        const key = parts.join(' ');
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [building]);
        else
            group.push(building);
    }
    const result = [];
    for (const group of groups.values()) {
        const [first] = group;
        if (first === undefined)
            continue;
        result.push({
            name: (0,dataplane_domains/* hostAndPort */.PG)(first.host, first.port),
            domains: group.map(building => building.host),
            routes: catchAllsLast(first.routes, features),
            requireTls: first.requireTls,
            origins: group.flatMap(building => building.origins)
        });
    }
    return result;
}
function moreSpecific(a, b) {
    const wildA = a.startsWith('*');
    const wildB = b.startsWith('*');
    if (wildA !== wildB)
        return wildA ? 1 : -1;
    if (a.length !== b.length)
        return b.length - a.length;
    return a < b ? -1 : a > b ? 1 : 0;
}
/** Source: route.go SortVHostRoutes. */
function catchAllsLast(routes, features) {
    const last = routes.filter(route => (0,route_match/* isCatchAll */.HE)(route.match, features));
    if (last.length === 0)
        return routes;
    return [...routes.filter(route => !(0,route_match/* isCatchAll */.HE)(route.match, features)), ...last];
}

// EXTERNAL MODULE: ./build/dataplane/http-chain.js
var http_chain = __webpack_require__(4005);
// EXTERNAL MODULE: ./build/dataplane/route-action.js
var route_action = __webpack_require__(1963);
;// CONCATENATED MODULE: ./build/dataplane/catch-all.js



/**
 * What becomes of hosts that nobody knows on a known HTTP port.
 * Source: pilot networking/core/httproute.go buildCatchAllVirtualHost.
 */
function catchAll(scope) {
    const { mode, egressProxy } = scope.outbound;
    if (mode === 'ALLOW_ANY_DYNAMIC_DNS') {
        return host('allow_any_dynamic_dns', {
            kind: 'passthrough',
            cluster: 'AllowAnyDynamicDNSCluster'
        });
    }
    if (mode === 'REGISTRY_ONLY')
        return host('block_all', { kind: 'blackhole', status: 502 });
    if (egressProxy === null) {
        return host('allow_any', { kind: 'passthrough', cluster: 'PassthroughCluster' });
    }
    const at = egressProxyPlace(scope);
    const target = {
        ...(0,route_action/* destinationCluster */.nq)(egressProxy, { service: () => undefined, port: 0 }, at),
        weight: 1
    };
    return host('allow_any', {
        kind: 'forward',
        destinations: [target],
        clusterNotFound: 503,
        settings: { retries: 'off' }
    });
}
/** What becomes of bytes that nobody knows. Source: listener_builder.go buildOutboundCatchAllNetworkFiltersOnly. */
function passthroughChain(scope, name) {
    const { mode, egressProxy } = scope.outbound;
    const cluster = mode === 'REGISTRY_ONLY' ? 'BlackHoleCluster' : 'PassthroughCluster';
    const at = egressProxyPlace(scope);
    const target = egressProxy === null || mode === 'REGISTRY_ONLY'
        ? { cluster, host: '', subset: '', port: 0, weight: 1, at: null }
        : { ...(0,route_action/* destinationCluster */.nq)(egressProxy, { service: () => undefined, port: 0 }, at), weight: 1 };
    return { name, match: {}, tcp: [target], origins: [], certainty: 'certain', assumptions: [] };
}
/** The listener behind all others. Source: listener_builder.go buildVirtualOutboundListener. */
function virtualOutbound(scope) {
    const bytes = passthroughChain(scope, 'virtualOutbound-catchall-tcp');
    const http = {
        name: 'virtualOutbound-catchall-tcp-http',
        match: { alpn: http_chain/* PLAINTEXT_HTTP */.v },
        routeConfig: 'allow_any_dynamic_dns',
        origins: [],
        certainty: 'certain',
        assumptions: []
    };
    const dynamic = scope.outbound.mode === 'ALLOW_ANY_DYNAMIC_DNS';
    return {
        name: 'virtualOutbound',
        address: '0.0.0.0',
        port: 15001,
        filterChains: dynamic ? [http, bytes] : [bytes],
        sniffs: dynamic,
        lost: []
    };
}
function egressProxyPlace({ sidecar }) {
    return sidecar === null
        ? null
        : { manifest: sidecar, path: ['spec', 'outboundTrafficPolicy', 'egressProxy'] };
}
function host(name, action) {
    return {
        name,
        domains: ['*'],
        requireTls: false,
        origins: [],
        routes: [
            { name, match: route_match/* EVERYTHING */.Qz, action, origins: [], certainty: 'certain', assumptions: [] }
        ]
    };
}

;// CONCATENATED MODULE: ./build/dataplane/port-services.js

/**
 * The services of an egress listener that have a port, by lower-case host: looked up one by one, or all
 * together, as the question needs.
 */
class PortServices {
    #listener;
    #port;
    #selected;
    #found = new Map();
    #all;
    /** Port 0 takes all services with all their ports. `selected`: the hosts that are asked for; null: all. */
    constructor(listener, port, selected) {
        this.#listener = listener;
        this.#port = port;
        this.#selected = selected;
    }
    get(host) {
        if (this.#all !== undefined)
            return this.#all.get(host);
        if (this.#found.has(host))
            return this.#found.get(host);
        const services = this.#listener.servicesOf(host);
        let found;
        // Several of one host are several addresses: the last one counts.
        for (const service of services)
            found = this.#view(service) ?? found;
        this.#found.set(host, found);
        return found;
    }
    /** The services that are asked for, by host. */
    selected() {
        if (this.#selected === null)
            return [...this.#every()];
        const result = [];
        for (const host of this.#selected) {
            const found = this.get(host);
            if (found !== undefined)
                result.push([host, found]);
        }
        return result;
    }
    /** All services under a wildcard, asked for or not. */
    *under(wildcard) {
        for (const entry of this.#every())
            if ((0,mesh_host/* overlaps */.$f)(entry[0], wildcard))
                yield entry;
    }
    /** Is, or overlaps, one of these hosts a service? Source: pilot core/httproute.go selectVirtualServices. */
    named(hosts) {
        return hosts.some(written => {
            const host = written.toLowerCase();
            if (this.get(host) !== undefined)
                return true;
            const candidates = (0,mesh_host/* isWildcard */.z2)(host) ? this.#every().keys() : this.#wildcards();
            for (const name of candidates)
                if ((0,mesh_host/* overlaps */.$f)(host, name))
                    return true;
            return false;
        });
    }
    #wildcards() {
        return this.#listener.wildcardHosts.filter(host => this.get(host) !== undefined);
    }
    #every() {
        if (this.#all === undefined) {
            this.#all = new Map();
            for (const service of this.#listener.services) {
                const view = this.#view(service);
                if (view !== undefined)
                    this.#all.set(service.host.toLowerCase(), view);
            }
        }
        return this.#all;
    }
    #view(service) {
        const { ports } = service;
        const first = this.#port === 0 ? ports[0] : ports.find(port => port.number === this.#port);
        if (first === undefined)
            return undefined;
        return { service, ports: this.#port === 0 ? ports : [first] };
    }
}

// EXTERNAL MODULE: ./build/dataplane/retry.js
var retry = __webpack_require__(19);
// EXTERNAL MODULE: ./build/dataplane/settings.js
var settings = __webpack_require__(8440);
;// CONCATENATED MODULE: ./build/dataplane/sidecar-config.js







/**
 * The route configuration of a sidecar: `80` for all services with that HTTP port, `host:port` for one
 * service whose protocol is found out from the first bytes.
 * Source: pilot networking/core/httproute.go buildSidecarOutboundHTTPRouteConfig.
 */
function sidecarRouteConfig(compilation, client, name, only = null) {
    const colon = name.lastIndexOf(':');
    const sniffed = colon >= 0;
    const port = Number(sniffed ? name.slice(colon + 1) : name);
    const listener = listenerFor(client.scope, port);
    if (!Number.isInteger(port) || listener === undefined)
        return undefined;
    const isProxy = listener.port?.protocol.toUpperCase() === 'HTTP_PROXY';
    const all = virtualHosts(compilation, client, listener, isProxy ? 0 : port, only);
    const known = withoutMeshRoutes(compilation, all);
    const hosts = sniffed
        ? ofService(known, name, name.slice(0, colon))
        : [...known, catchAll(client.scope)];
    return {
        name,
        port,
        virtualHosts: hosts,
        ignorePortInHost: true,
        ...refusal(hosts)
    };
}
/** Gateway API routes of a service are not compiled yet: what becomes of its requests is not known. */
function withoutMeshRoutes(compilation, hosts) {
    const { meshRoutes } = compilation;
    if (meshRoutes.size === 0)
        return hosts;
    return hosts.map(host => {
        const found = meshRoutes.get(host.name.slice(0, host.name.lastIndexOf(':')));
        if (found === undefined)
            return host;
        const at = found.map(manifest => ({ manifest, path: ['spec'] }));
        const kinds = [...new Set(found.map(({ ref }) => ref.kind))].join(' and ');
        const reason = `${kinds} on a service is not compiled yet`;
        const route = {
            name: '',
            match: route_match/* EVERYTHING */.Qz,
            action: { kind: 'unknown', reason, at },
            origins: at,
            certainty: 'unknown',
            assumptions: []
        };
        return { ...host, routes: [route] };
    });
}
/** The first egress entry without a port, or with this one. Source: sidecar.go GetEgressListenerForRDS. */
function listenerFor(scope, port) {
    return scope.listeners.find(entry => entry.port === null || entry.port.number === port);
}
/** The first route that Envoy would refuse the configuration for. */
function refusal(hosts) {
    for (const host of hosts) {
        for (const { action } of host.routes) {
            if (action.kind !== 'refused')
                continue;
            const [at] = action.at;
            if (at !== undefined)
                return { refused: { reason: action.reason, at } };
        }
    }
    return {};
}
/** The virtual host of one service, for any Host. Source: httproute.go getVirtualHostsForSniffedServicePort. */
function ofService(all, name, host) {
    const found = all.filter(one => one.domains.includes(name) || one.domains.includes(host));
    const [only] = found;
    return only !== undefined && found.length === 1 ? [{ ...only, domains: ['*'] }] : found;
}
function virtualHosts(compilation, client, listener, port, only) {
    const { mesh } = compilation;
    const { features, config } = mesh;
    const services = new PortServices(listener, port, only?.services ?? null);
    const all = listener.virtualServices;
    const selected = only === null ? all : all.filter(service => only.virtualServices.has(service));
    const owner = compilation.owners(all);
    const specific = features.has('most-specific-virtual-service');
    const environment = sidecarEnvironment(compilation, client, services, port);
    return sidecarVirtualHosts({
        port,
        namespace: client.namespace,
        clusterDomain: config.clusterDomain,
        absoluteNames: features.has('absolute-fqdn-domain'),
        foldHosts: features.has('fold-virtual-service-hosts'),
        services,
        virtualServices: port === 80 ? selected : selected.filter(service => services.named(service.hosts)),
        includes: only === null ? () => true : only.includes,
        owns: (service, host) => !specific || owner(host) === service,
        routes: service => compilation.routes.routes(service, environment),
        defaultRoute: (service, one) => defaultRoute(compilation, client, service, one),
        aliases: service => features.has('external-name-alias')
            ? mesh.registry.aliasesOf(service.host).map(alias => alias.host)
            : []
    });
}
function sidecarEnvironment(compilation, client, services, port) {
    const { features, config } = compilation.mesh;
    return {
        features,
        config,
        labels: client.labels,
        namespace: client.namespace,
        gateway: 'mesh',
        port,
        tls: false,
        service: host => onPort(services.get(host)),
        hash: destination => compilation.hash(client.scope, client.labels, destination)
    };
}
/** A sidecar looks a destination up among the services of the listener's port, with that port alone. */
function onPort(entry) {
    return entry === undefined ? undefined : { ...entry.service, ports: entry.ports };
}
function defaultRoute(compilation, client, service, port) {
    const { features, config } = compilation.mesh;
    const rule = compilation.destinationRule(client.namespace, client.labels, service);
    const hash = (0,settings/* hashPolicy */.xV)((0,dataplane_hash/* hashForService */.rg)(rule, port.number));
    const retries = (0,retry/* retryPolicy */.Jb)(config.defaultHttpRetryPolicy ?? undefined, false, features);
    return {
        name: 'default',
        match: route_match/* EVERYTHING */.Qz,
        action: {
            kind: 'forward',
            destinations: [
                {
                    cluster: `outbound|${port.number}||${service.host}`,
                    host: service.host,
                    subset: '',
                    port: port.number,
                    weight: 1,
                    at: service.manifest === null ? null : { manifest: service.manifest, path: port.path }
                }
            ],
            clusterNotFound: 503,
            settings: {
                ...(retries === undefined ? {} : { retries }),
                ...(hash === undefined ? {} : { hashPolicy: [hash] })
            }
        },
        origins: [],
        certainty: service.assumptions.length === 0 ? 'certain' : 'assumed',
        assumptions: service.assumptions
    };
}

;// CONCATENATED MODULE: ./build/dataplane/gateway-config.js





/** Everything of a gateway pod that its Gateways decide. */
function mergedGateway(compilation, client) {
    const { mesh } = compilation;
    return (0,gateway_servers/* mergeGateways */.sV)((0,gateway_servers/* gatewaysFor */.dA)(mesh, client.namespace, client.labels), targetPorts(compilation, client.namespace, client.labels));
}
/**
 * From the port of a server to the port that listens: the target port of the first Service of the pod
 * with that port, else the port itself. Source: pilot model/gateway.go resolvePorts.
 */
function targetPorts(compilation, namespace, labels) {
    const { mesh } = compilation;
    const services = mesh.registry.all.filter(({ registry, namespace: owner, selector, labels: own }) => registry === 'Kubernetes' &&
        owner === namespace &&
        selector !== null &&
        (0,mesh_selector/* selects */.ko)(selector, labels) &&
        own['experimental.istio.io/disable-gateway-port-translation'] === undefined);
    return number => {
        for (const service of services) {
            for (const port of service.ports) {
                if (port.number !== number)
                    continue;
                const target = port.targetPort;
                if (target === null)
                    return number;
                if (typeof target === 'number')
                    return target === 0 ? number : target;
                const named = mesh
                    .workloadsBy(namespace, service.selector ?? {})
                    .flatMap(workload => workload.ports)
                    .find(one => one.name === target);
                if (named !== undefined)
                    return named.number;
            }
        }
        return number;
    };
}
function gatewayRouteConfig(compilation, client, merged, name) {
    const servers = merged.byRouteConfig.get(name);
    const [first] = servers ?? [];
    if (servers === undefined || first === undefined)
        return undefined;
    const { features } = compilation.mesh;
    const virtualHosts = gatewayVirtualHosts({
        servers,
        features,
        virtualServices: gateway => compilation.virtualServices.for(client.namespace, gateway),
        routes: (service, server) => compilation.routes.routes(service, environment(compilation, client, service, server))
    });
    return {
        name,
        port: first.listenerPort,
        virtualHosts,
        ignorePortInHost: true,
        ...refusal(virtualHosts)
    };
}
function environment(compilation, client, virtualService, server) {
    const { features, config } = compilation.mesh;
    return {
        features,
        config,
        labels: client.labels,
        namespace: client.namespace,
        gateway: server.gateway,
        port: server.number,
        tls: server.tls !== null,
        service: host => backend(compilation, client, virtualService, host),
        hash: destination => compilation.hash(client.scope, client.labels, destination)
    };
}
/**
 * The service of the VirtualService's namespace where the gateway sees it, else the one that the gateway
 * has a cluster for. Source: gateway.go buildNameToServiceMapForHTTPRoutes.
 */
function backend(compilation, client, virtualService, host) {
    const own = compilation.mesh.registry
        .byHost(host.toLowerCase())
        .find(service => service.host === host &&
        service.namespace === virtualService.namespace &&
        (0,visibility/* isVisible */.zN)(service.exportTo, client.namespace));
    return own ?? client.scope.service(host);
}

// EXTERNAL MODULE: ./build/dataplane/tcp-chains.js
var tcp_chains = __webpack_require__(9897);
// EXTERNAL MODULE: ./build/dataplane/tcp-hash.js
var tcp_hash = __webpack_require__(551);
;// CONCATENATED MODULE: ./build/dataplane/gateway-listeners.js







/** What clients offer that speak Istio's mutual TLS. Source: pilot networking/core/gateway.go. */
const ISTIO_ALPN = [
    'istio',
    'istio-peer-exchange',
    'istio-http/1.0',
    'istio-http/1.1',
    'istio-h2'
];
/** A listener without any chain is not sent. Source: pilot networking/core/gateway.go buildGatewayListeners. */
function gatewayListeners(compilation, client, merged) {
    const listeners = new Map();
    const names = new Map();
    for (const { port, bind, protocol, routeConfig, servers } of merged.listeners) {
        const chains = (0,mesh_protocol/* isHttp */.Zc)(protocol)
            ? [plainChain(routeConfig, servers)]
            : servers.flatMap(server => serverChains(compilation, client, server, names));
        const name = `${bind === '' ? '0.0.0.0' : bind}_${port}`;
        const known = listeners.get(name);
        if (known !== undefined)
            known.filterChains.push(...chains);
        else if (chains.length > 0) {
            const address = bind === '' ? '0.0.0.0' : bind;
            listeners.set(name, { name, address, port, filterChains: chains, sniffs: false, lost: [] });
        }
    }
    for (const { server, reason } of merged.skipped) {
        const listener = [...listeners.values()].find(one => one.port === server.listenerPort);
        if (listener === undefined)
            continue;
        listeners.set(listener.name, {
            ...listener,
            lost: [...listener.lost, { at: server.at, reason }]
        });
    }
    return [...listeners.values()];
}
const CERTAIN = { certainty: 'certain', assumptions: [] };
function plainChain(routeConfig, servers) {
    return { name: '', match: {}, routeConfig, origins: servers.map(server => server.at), ...CERTAIN };
}
function serverChains(compilation, client, server, names) {
    if ((0,gateway_servers/* isHttpServer */.SV)(server) && server.tls !== null) {
        return [
            {
                name: '',
                match: (0,tcp_chains/* chainMatch */.fe)(sniHosts(server), []),
                ...terminated(server),
                routeConfig: server.routeConfig,
                origins: [server.at],
                ...CERTAIN
            }
        ];
    }
    if (server.tls !== null && (0,gateway_servers/* isPassthrough */.lC)(server)) {
        return (0,gateway_servers/* tlsMode */.hc)(server) === 'AUTO_PASSTHROUGH'
            ? autoPassthrough(compilation, client, server)
            : passthrough(compilation, client, server, names);
    }
    return tcpServer(compilation, client, server);
}
function terminated({ tls }) {
    if (tls === null)
        return {};
    const settings = { ...tls };
    delete settings.httpsRedirect;
    return { tls: { mode: (0,json/* text */.Qq)(tls.mode) ?? 'PASSTHROUGH', settings } };
}
/** Server names without namespace prefix, in order. Source: pilot model/gateway.go GetSNIHostsForServer. */
function sniHosts({ tls, hosts }) {
    if (tls === null)
        return undefined;
    return [...new Set(hosts.map(host => host.slice(host.indexOf('/') + 1)))].sort();
}
/** VirtualServices of a server's Gateway that share a host with it, in index order. */
function bound(compilation, client, server) {
    return compilation.virtualServices
        .for(client.namespace, server.gateway)
        .filter(service => service.hosts.some(host => server.hosts.some(one => shares(one, host, service))));
}
function shares(serverHost, host, service) {
    const slash = serverHost.indexOf('/');
    if (slash >= 0 && serverHost.slice(0, slash) !== service.namespace)
        return false;
    return (0,mesh_host/* overlaps */.$f)(serverHost.slice(slash + 1), host);
}
/** At a gateway only port and gateway of a match count. Source: gateway.go l4SingleMatch. */
function takes(match, server) {
    const { port } = match.fields;
    if (typeof port === 'number' && port !== 0 && port !== server.number)
        return false;
    const gateways = (0,json/* texts */.Te)(match.fields.gateways);
    return gateways.length === 0 || gateways.includes(server.gateway);
}
/** The first TCP rule that fits serves the whole port. Source: gateway.go buildGatewayNetworkFiltersFromTCPRoutes. */
function tcpServer(compilation, client, server) {
    for (const service of bound(compilation, client, server)) {
        for (const rule of service.tcp) {
            const fits = rule.matches === null || rule.matches.some(match => takes(match, server));
            if (!fits || (0,json/* list */.p_)(rule.fields.route).length === 0)
                continue;
            return [
                {
                    name: '',
                    match: (0,tcp_chains/* chainMatch */.fe)(sniHosts(server), []),
                    ...terminated(server),
                    ...bytes(compilation, client, rule, server),
                    origins: [rule.at, server.at],
                    ...CERTAIN
                }
            ];
        }
    }
    return [];
}
/**
 * A chain per TLS match with the names of the match, whatever the server's hosts; names that are taken on
 * the port skip the match. Source: gateway.go buildGatewayNetworkFiltersFromTLSRoutes.
 */
function passthrough(compilation, client, server, names) {
    const taken = names.get(server.listenerPort) ?? new Map();
    names.set(server.listenerPort, taken);
    const chains = [];
    for (const rule of bound(compilation, client, server).flatMap(service => service.tls)) {
        if ((0,json/* list */.p_)(rule.fields.route).length === 0)
            continue;
        for (const match of rule.matches ?? []) {
            if (!takes(match, server))
                continue;
            const sni = (0,json/* texts */.Te)(match.fields.sniHosts);
            if (sni.some(name => taken.get(name) === server.bind))
                continue;
            for (const name of sni)
                taken.set(name, server.bind);
            chains.push({
                name: '',
                match: (0,tcp_chains/* chainMatch */.fe)(sni, []),
                ...bytes(compilation, client, rule, server),
                origins: [match.at, server.at],
                ...CERTAIN
            });
        }
    }
    return chains;
}
function bytes(compilation, client, rule, server) {
    const tcp = (0,tcp_chains/* l4Destinations */.Ur)(client, rule, server.number);
    const [first] = tcp;
    const service = first === undefined ? undefined : client.scope.service(first.host);
    if (service === undefined)
        return { tcp };
    const rules = compilation.destinationRule(client.namespace, client.labels, service);
    const subset = tcp.length === 1 ? (first?.subset ?? '') : '';
    return (0,tcp_hash/* hashesSource */.y)(rules, subset) ? { tcp, hashSourceIp: true } : { tcp };
}
/** A chain per cluster of the mesh that the hosts cover, by the name that proxies of other networks dial. */
function autoPassthrough(compilation, client, server) {
    const hosts = sniHosts(server) ?? [];
    const chains = [];
    for (const service of client.scope.services) {
        if (service.meshExternal || !hosts.some(host => (0,mesh_host/* isSubset */.HS)(service.host, host)))
            continue;
        const rule = compilation.destinationRule(client.namespace, client.labels, service);
        for (const port of service.ports) {
            if (port.protocol === 'UDP')
                continue;
            for (const subset of ['', ...(rule?.subsets.keys() ?? [])]) {
                chains.push(gateway_listeners_acrossNetworks(service, port.number, subset, server));
            }
        }
    }
    return chains;
}
function gateway_listeners_acrossNetworks(service, port, subset, server) {
    const cluster = snatName(port, subset, service.host);
    const target = {
        cluster,
        host: service.host,
        subset,
        port,
        weight: 1,
        at: server.at
    };
    return {
        name: '',
        match: { sni: [cluster], alpn: ISTIO_ALPN },
        tcp: [target],
        origins: [server.at],
        ...CERTAIN
    };
}

;// CONCATENATED MODULE: ./build/dataplane/lazy-map.js
/** A read-only map whose values are made when they are first asked for; iteration makes all. */
class LazyMap {
    #made = new Map();
    #names;
    #make;
    #keys;
    /** `make` gives `undefined` for names that do not exist; `names` lists those that do, in order. */
    constructor(names, make) {
        this.#names = names;
        this.#make = make;
    }
    get(name) {
        if (this.#made.has(name))
            return this.#made.get(name);
        const value = this.#make(name);
        this.#made.set(name, value);
        return value;
    }
    has(name) {
        return this.get(name) !== undefined;
    }
    get size() {
        return this.#list().length;
    }
    keys() {
        return this.#list().values();
    }
    *values() {
        for (const [, value] of this.entries())
            yield value;
    }
    *entries() {
        for (const name of this.#list()) {
            const value = this.get(name);
            if (value !== undefined)
                yield [name, value];
        }
    }
    [Symbol.iterator]() {
        return this.entries();
    }
    forEach(callback) {
        for (const [name, value] of this.entries())
            callback(value, name, this);
    }
    get [Symbol.toStringTag]() {
        return 'LazyMap';
    }
    #list() {
        this.#keys ??= [...this.#names()];
        return this.#keys;
    }
}

;// CONCATENATED MODULE: ./build/dataplane/gateway-view.js





/** What a gateway is sent, piece by piece. */
function gatewayView(compilation, proxy, only) {
    const client = {
        type: 'gateway',
        namespace: proxy.namespace,
        labels: proxy.labels,
        scope: compilation.scope(proxy.namespace, null)
    };
    const merged = mergedGateway(compilation, client);
    const crosses = merged.listeners.some(({ servers }) => servers.some(server => (0,gateway_servers/* tlsMode */.hc)(server) === 'AUTO_PASSTHROUGH'));
    let all;
    const listeners = () => {
        all ??= gatewayListeners(compilation, client, merged);
        return all;
    };
    return {
        proxy,
        client,
        get listeners() {
            return listeners();
        },
        listenersOn: port => listeners().filter(listener => listener.port === port),
        routeConfigs: new LazyMap(() => merged.byRouteConfig.keys(), name => reachedHosts(gatewayRouteConfig(compilation, client, merged, name), only)),
        clusters: new LazyMap(() => clusterNames(compilation, client), name => outboundCluster(compilation, client, name) ??
            (crosses ? crossNetworkCluster(compilation, client, name) : undefined))
    };
}
/** Without the virtual hosts of hosts that are not asked for. */
function reachedHosts(routes, only) {
    if (routes === undefined || only === null)
        return routes;
    const virtualHosts = routes.virtualHosts.filter(({ domains }) => domains.some(only.includes));
    return { ...routes, virtualHosts };
}

;// CONCATENATED MODULE: ./build/dataplane/host-filter.js

function hostFilter(side, reach) {
    const { registry } = side.mesh;
    const services = new Set();
    for (const host of reach.hosts)
        if (registry.byHost(host).length > 0)
            services.add(host);
    const wildcards = [...reach.hosts].filter(mesh_host/* isWildcard */.z2);
    if (wildcards.length > 0) {
        for (const { host } of registry.all) {
            const name = host.toLowerCase();
            if (wildcards.some(wildcard => (0,mesh_host/* overlaps */.$f)(wildcard, name)))
                services.add(name);
        }
    }
    const ports = new Set([80]);
    for (const host of services) {
        for (const service of registry.byHost(host)) {
            for (const port of service.ports)
                ports.add(port.number);
        }
    }
    // A name that no registry knows stands on the ports of its VirtualService's services.
    const virtualServices = new Set();
    for (const service of side.virtualServices.all) {
        if (!service.hosts.some(host => reach.includes(host.toLowerCase())))
            continue;
        virtualServices.add(service);
        for (const written of service.hosts) {
            const host = written.toLowerCase();
            const found = (0,mesh_host/* isWildcard */.z2)(host)
                ? registry.all.filter(one => (0,mesh_host/* overlaps */.$f)(one.host.toLowerCase(), host))
                : registry.byHost(host);
            for (const one of found)
                for (const port of one.ports)
                    ports.add(port.number);
        }
    }
    return {
        includes: reach.includes,
        services,
        virtualServices,
        ports: [...ports].sort((a, b) => a - b)
    };
}

;// CONCATENATED MODULE: ./build/dataplane/listener-merge.js



/** Source: pilot networking/core/listener.go buildSidecarOutboundListener. */
function conflictOf(incoming, existing) {
    const was = kindOf(existing);
    switch (kindOf(incoming)) {
        case 'http':
            return was === 'tcp' ? 'join-as-auto' : 'keep';
        case 'tcp':
            return was === 'http' ? 'join-as-auto' : 'join';
        case 'auto':
            if (was === 'http')
                return 'replace';
            return was === 'tcp' ? 'join-as-auto' : 'keep';
    }
}
function kindOf(protocol) {
    if ((0,mesh_protocol/* isHttp */.Zc)(protocol))
        return 'http';
    return protocol === 'auto' ? 'auto' : 'tcp';
}
/** Adds the chains whose match nobody has yet; says why others are lost. Source: listener.go mergeTCPFilterChains. */
function joinChains(entry, incoming) {
    const taken = new Set(entry.chains.map(matchKey));
    const lost = [];
    for (const chain of incoming) {
        const key = matchKey(chain);
        if (taken.has(key)) {
            lost.push('an older service has the same match on this address and port');
            continue;
        }
        taken.add(key);
        entry.chains.push(chain);
    }
    return lost;
}
function matchKey({ match }) {
    const { sni, destinations, transport, alpn } = match;
    return [sni?.join() ?? '', destinations?.join() ?? '', transport ?? '', alpn?.join() ?? ''].join('|');
}
function matchesAll({ match }) {
    return Object.keys(match).length === 0;
}
/**
 * Chains that match everything become the default (the last one counts); without one, unknown bytes take
 * the way of unknown hosts. Source: listener.go buildListenerFromEntry.
 */
function toListener(scope, entry) {
    const chains = entry.chains.filter(chain => !matchesAll(chain));
    const open = entry.chains.filter(matchesAll).at(-1);
    const only = chains.length === 0 && open !== undefined;
    const fallback = only ? undefined : (open ?? passthroughChain(scope, 'PassthroughFilterChain'));
    return {
        name: `${entry.bind}_${entry.port}`,
        address: entry.bind === '' ? mesh_service/* UNSPECIFIED */.Ah : entry.bind,
        port: entry.port,
        filterChains: only ? [open] : chains,
        ...(fallback === undefined ? {} : { defaultChain: fallback }),
        sniffs: entry.chains.some(chain => chain.match.alpn !== undefined),
        lost: entry.lost
    };
}

;// CONCATENATED MODULE: ./build/dataplane/outbound-listeners.js






/**
 * Outbound listeners of a sidecar. HTTP ports of all services share `0.0.0.0:port`; a TCP or sniffed port
 * listens on the service's address. Several protocols on one address and port share a listener by what the
 * first bytes show, as far as they can be told apart; else the first service keeps it.
 * `services` gives those of an egress entry, all or only those with some port.
 * Source: pilot networking/core/listener.go buildSidecarOutboundListeners.
 */
function outboundListeners(compilation, client, services, wanted) {
    const entries = new Map();
    for (const listener of client.scope.listeners) {
        if (listener.port === null) {
            for (const entry of entries.values())
                entry.locked = true;
            for (const service of services(listener)) {
                for (const port of service.ports) {
                    if (!wanted(port.number))
                        continue;
                    for (const bind of bindsOf(compilation, listener, service, port)) {
                        place(compilation, client, listener, entries, { service, port, bind });
                    }
                }
            }
            continue;
        }
        if (!wanted(listener.port.number))
            continue;
        const port = {
            number: listener.port.number,
            name: '',
            protocol: (0,mesh_protocol/* parseProtocol */.gR)(listener.port.protocol),
            targetPort: null,
            path: []
        };
        for (const service of services(listener)) {
            place(compilation, client, listener, entries, { service, port, bind: ownBind(listener) });
        }
    }
    return [...entries.values()].map(entry => toListener(client.scope, entry));
}
/** `bind` of an egress entry; without capture its listener is on loopback. */
function ownBind(listener) {
    if (listener.bind !== '')
        return listener.bind;
    return listener.captureMode === 'NONE' ? '127.0.0.1' : '';
}
/** Headless services of TCP and unknown ports listen on each pod's address. */
function bindsOf(compilation, listener, service, port) {
    const bind = ownBind(listener);
    const byPod = bind === '' &&
        service.resolution === 'passthrough' &&
        (0,mesh_service/* addressOf */.ci)(service) === mesh_service/* UNSPECIFIED */.Ah &&
        !(0,mesh_protocol/* isHttp */.Zc)(port.protocol) &&
        port.protocol !== 'UDP';
    if (!byPod)
        return [bind];
    const pods = (0,dataplane_endpoints/* podAddresses */.Ib)(compilation, service);
    if (pods.length === 0 && service.registry === 'External' && service.selector === null)
        return [bind];
    return pods;
}
function place(compilation, client, listener, entries, placed) {
    const { service, port } = placed;
    const { protocol } = port;
    if (service.resolution === 'alias' || protocol === 'UDP')
        return;
    const address = (0,mesh_service/* addressOf */.ci)(service);
    const isBlock = address.includes('/');
    const http = (0,mesh_protocol/* isHttp */.Zc)(protocol);
    const bind = placed.bind !== '' ? placed.bind : http || isBlock ? mesh_service/* UNSPECIFIED */.Ah : address;
    const key = `${bind} ${port.number}`;
    const current = entries.get(key);
    if (current?.locked === true)
        return;
    const conflict = current === undefined ? 'none' : conflictOf(protocol, current.protocol);
    if (conflict === 'keep')
        return;
    if (current !== undefined && !mayShare(protocol, current.protocol)) {
        current.lost.push({ at: placeOf(placed), reason: `${current.protocol} is there already` });
        return;
    }
    const chains = chainsOf(compilation, client, listener, placed, bind, isBlock ? [address] : []);
    settle(entries, key, current, conflict, {
        bind,
        port: port.number,
        // HTTP on the wildcard address is told apart from other bytes, so more may join it.
        protocol: http && protocol !== 'HTTP_PROXY' && bind === mesh_service/* UNSPECIFIED */.Ah ? 'auto' : protocol,
        chains,
        locked: false,
        lost: []
    }, placed);
}
function chainsOf(compilation, client, listener, { service, port }, bind, blocks) {
    const name = port.protocol === 'auto' && bind !== mesh_service/* UNSPECIFIED */.Ah
        ? `${service.host}:${port.number}`
        : String(port.number);
    const { protocol } = port;
    if (protocol === 'HTTP_PROXY')
        return [(0,http_chain/* httpChain */.a)(name, false, service, port)];
    if ((0,mesh_protocol/* isHttp */.Zc)(protocol))
        return [(0,http_chain/* httpChain */.a)(name, bind === mesh_service/* UNSPECIFIED */.Ah, service, port)];
    const target = { service, port, bind, blocks, virtualServices: listener.virtualServices };
    const chains = (0,tcp_chains/* l4Chains */.F5)(compilation, client, target);
    if (protocol === 'auto')
        chains.push((0,http_chain/* httpChain */.a)(name, true, service, port));
    return chains;
}
function settle(entries, key, current, conflict, made, placed) {
    if (current === undefined || conflict === 'replace') {
        entries.set(key, made);
        return;
    }
    const lost = joinChains(current, made.chains);
    for (const reason of lost)
        current.lost.push({ at: placeOf(placed), reason });
    if (conflict === 'join-as-auto')
        current.protocol = 'auto';
}
function placeOf({ service, port }) {
    const { manifest } = service;
    if (manifest === null)
        throw new Error(`${service.host} is assumed and cannot lose a place`);
    return { manifest, path: port.path };
}
/** Databases that speak first share with their own kind alone. Source: listener.go isConflictWithWellKnownPort. */
function mayShare(incoming, existing) {
    const firstSpeakers = ['Mongo', 'MySQL'];
    const speaks = firstSpeakers.includes(incoming) || firstSpeakers.includes(existing);
    return !speaks || incoming === existing;
}

;// CONCATENATED MODULE: ./build/dataplane/route-config-names.js
/** Names of the route configurations that chains lead to, in the order of the listeners. */
function routeConfigNames(listeners) {
    const names = new Set();
    for (const { filterChains, defaultChain } of listeners) {
        for (const { routeConfig } of filterChains)
            if (routeConfig !== undefined)
                names.add(routeConfig);
        if (defaultChain?.routeConfig !== undefined)
            names.add(defaultChain.routeConfig);
    }
    return [...names];
}

;// CONCATENATED MODULE: ./build/dataplane/reached-names.js




/**
 * Names of the route configurations on which reached hosts can stand. A port that nothing but HTTP uses has
 * its route configuration as soon as one service of it is visible; else its listeners say.
 */
function reachedNames(compilation, client, filter, listenersOn) {
    const names = [];
    const open = client.scope.sidecar === null;
    for (const port of filter.ports) {
        const services = compilation.mesh.registry.onPort(port);
        if (open && services.every(service => isPlainHttp(service, port))) {
            const served = services.some(service => service.resolution !== 'alias' && (0,visibility/* isVisible */.zN)(service.exportTo, client.namespace));
            if (served)
                names.push(String(port));
            continue;
        }
        if (open && !services.some(service => isNamed(service, filter))) {
            if (hasOwnName(services, port))
                continue;
        }
        names.push(...routeConfigNames(listenersOn(port)).filter(name => isReached(name, filter)));
    }
    return names;
}
function isPlainHttp(service, port) {
    return service.ports.every(({ number, protocol }) => number !== port || (0,mesh_protocol/* isHttp */.Zc)(protocol));
}
function isNamed({ host }, filter) {
    return filter.services.has(host.toLowerCase());
}
/** Every service of the port has a listener of its own, so that none shares a route configuration. */
function hasOwnName(services, port) {
    return services.every(service => (0,mesh_service/* addressOf */.ci)(service) !== mesh_service/* UNSPECIFIED */.Ah &&
        service.ports.every(one => one.number !== port || !(0,mesh_protocol/* isHttp */.Zc)(one.protocol)));
}
/** `80`, or `host:port` of a reached host. */
function isReached(name, filter) {
    const colon = name.lastIndexOf(':');
    return colon < 0 || filter.includes(name.slice(0, colon).toLowerCase());
}

;// CONCATENATED MODULE: ./build/dataplane/sidecar-view.js








/** What a sidecar is sent for outbound traffic, piece by piece. */
function sidecarView(compilation, proxy, only) {
    const client = {
        type: 'sidecar',
        namespace: proxy.namespace,
        labels: proxy.labels,
        scope: compilation.scope(proxy.namespace, compilation.sidecars.for(proxy.namespace, proxy.labels))
    };
    const ports = new Map();
    let all;
    const listeners = () => {
        all ??= [
            ...outboundListeners(compilation, client, listener => listener.services, () => true),
            virtualOutbound(client.scope)
        ];
        return all;
    };
    const listenersOn = (port) => {
        if (all !== undefined)
            return all.filter(listener => listener.port === port);
        let found = ports.get(port);
        if (found === undefined) {
            found = outboundListeners(compilation, client, listener => servicesOn(listener.services, port), number => number === port);
            ports.set(port, found);
        }
        return found;
    };
    return {
        proxy,
        client,
        get listeners() {
            return listeners();
        },
        listenersOn,
        routeConfigs: new LazyMap(() => only === null
            ? routeConfigNames(listeners())
            : reachedNames(compilation, client, only, listenersOn), name => sidecarRouteConfig(compilation, client, name, only)),
        clusters: new LazyMap(() => clusterNames(compilation, client), name => outboundCluster(compilation, client, name))
    };
}
function servicesOn(services, port) {
    return services.filter(service => (0,mesh_service/* portOf */.HM)(service, port) !== undefined);
}

;// CONCATENATED MODULE: ./build/dataplane/dataplane.js




function dataplane(mesh) {
    return over(new Compilation(mesh), null);
}
function over(compilation, reach) {
    const views = new Map();
    let filter;
    const filterOf = (proxy) => {
        if (reach === null || reach.wholly(proxy))
            return null;
        filter ??= hostFilter(compilation, reach);
        return filter;
    };
    return {
        mesh: compilation.mesh,
        compilation,
        config(proxy) {
            let view = views.get(proxy.id);
            if (view === undefined) {
                const make = proxy.type === 'gateway' ? gatewayView : sidecarView;
                view = make(compilation, proxy, filterOf(proxy));
                views.set(proxy.id, view);
            }
            return view;
        },
        reached: one => over(compilation, one)
    };
}


/***/ }),

/***/ 4074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ mergeDelegates),
/* harmony export */   h: () => (/* binding */ delegateReads)
/* harmony export */ });
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);
/* harmony import */ var _mesh_visibility_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(722);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(426);



const delegateReads = [['VirtualService', 'spec.http[].delegate.{name,namespace}']];
/** Taken from the root rule where the delegate's rule does not set them. */
const INHERITED = [
    'rewrite',
    'directResponse',
    'timeout',
    'retries',
    'fault',
    'mirror',
    'mirrorPercent',
    'mirror_percent',
    'mirrorPercentage',
    'corsPolicy',
    'mirrors',
    'headers'
];
/**
 * Replaces each rule that delegates by the rules of its delegate. A delegate that is missing or not
 * exported here drops the rule alone, silently. A nested delegate is not followed.
 * Source: pilot model/virtualservice_controller.go mergeVirtualServices, virtualservice.go.
 */
function mergeDelegates(root, rules, mesh) {
    if (!rules.some(rule => (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(rule.fields.delegate) !== undefined))
        return rules;
    const merged = [];
    for (const rule of rules) {
        const delegate = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(rule.fields.delegate);
        if (delegate === undefined) {
            merged.push(rule);
            continue;
        }
        const target = mesh.get({
            group: root.ref.group,
            kind: 'VirtualService',
            namespace: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(delegate.namespace) ?? root.ref.namespace,
            name: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(delegate.name) ?? ''
        });
        if (target === undefined || (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(target.spec.hosts).length > 0)
            continue;
        if (!isExported(target, root.ref.namespace, mesh))
            continue;
        for (const inner of (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .httpRules */ .Om)(target, mesh.config.clusterDomain)) {
            const one = mergeRule(rule, inner);
            if (one !== null)
                merged.push(one);
        }
    }
    return merged;
}
/** `*` anywhere, or the root's namespace by name. */
function isExported(target, namespace, mesh) {
    const entries = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(target.spec.exportTo);
    const to = (0,_mesh_visibility_js__WEBPACK_IMPORTED_MODULE_2__/* .visibility */ .XD)(entries.filter(entry => entry !== '~'), target.ref.namespace, entries.length > 0 ? ['~'] : mesh.config.defaultVirtualServiceExportTo);
    return to === 'public' || (0,_mesh_visibility_js__WEBPACK_IMPORTED_MODULE_2__/* .isPrivateTo */ .Bw)(to, namespace);
}
function mergeRule(root, leaf) {
    const matches = mergeMatches(root.matches, leaf.matches);
    if (matches === 'conflict')
        return null;
    const fields = { ...leaf.fields };
    const name = joined((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(root.fields.name), (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(leaf.fields.name), '-');
    if (name !== undefined)
        fields.name = name;
    for (const field of INHERITED) {
        const inherited = root.fields[field];
        if (isAbsent(fields[field]) && !isAbsent(inherited) && inherited !== undefined) {
            fields[field] = inherited;
        }
    }
    return { fields, matches, at: leaf.at, root: root.at };
}
function isAbsent(value) {
    return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
function joined(first, second, glue) {
    if (first === undefined)
        return second;
    return second === undefined ? first : `${first}${glue}${second}`;
}
/** Each match of the delegate with each match of the root that it does not contradict. */
function mergeMatches(roots, leaves) {
    if (roots === null)
        return leaves === null ? null : [...leaves];
    if (leaves === null)
        return [...roots];
    const merged = [];
    for (const leaf of leaves) {
        const compatible = roots.filter(root => !contradicts(root.fields, leaf.fields));
        if (compatible.length === 0)
            return 'conflict';
        for (const root of compatible) {
            merged.push({ fields: mergeMatch(root.fields, leaf.fields), at: leaf.at, root: root.at });
        }
    }
    return merged;
}
function mergeMatch(root, leaf) {
    const fields = { ...leaf };
    const name = joined((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(root.name), (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(leaf.name), '-');
    if (name !== undefined)
        fields.name = name;
    for (const field of ['uri', 'scheme', 'method', 'authority']) {
        const inherited = root[field];
        if (isAbsent(fields[field]) && inherited !== undefined)
            fields[field] = inherited;
    }
    for (const field of ['headers', 'withoutHeaders', 'queryParams', 'sourceLabels']) {
        const union = { ...(0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(root[field]), ...(0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(leaf[field]) };
        if (Object.keys(union).length > 0)
            fields[field] = union;
    }
    if (((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(leaf.port) ?? 0) === 0 && root.port !== undefined)
        fields.port = root.port;
    for (const field of ['sourceNamespace', 'statPrefix']) {
        const inherited = root[field];
        if ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(leaf[field]) === undefined && inherited !== undefined)
            fields[field] = inherited;
    }
    if ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(leaf.gateways).length === 0 && root.gateways !== undefined) {
        fields.gateways = root.gateways;
    }
    return fields;
}
function contradicts(root, leaf) {
    for (const field of ['uri', 'scheme', 'method', 'authority']) {
        if (stringsContradict(root[field], leaf[field]))
            return true;
    }
    for (const field of ['headers', 'withoutHeaders', 'queryParams']) {
        const outer = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(root[field]);
        for (const [key, value] of Object.entries((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(leaf[field]))) {
            if (key in outer && stringsContradict(outer[key], value))
                return true;
        }
    }
    if ((root.ignoreUriCase === true) !== (leaf.ignoreUriCase === true))
        return true;
    const [outerPort, innerPort] = [(0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(root.port) ?? 0, (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(leaf.port) ?? 0];
    if (outerPort > 0 && innerPort > 0 && outerPort !== innerPort)
        return true;
    const namespace = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(root.sourceNamespace);
    if (namespace !== undefined && (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(leaf.sourceNamespace) !== namespace)
        return true;
    const labels = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)(root.sourceLabels);
    for (const [key, value] of Object.entries((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)(leaf.sourceLabels))) {
        if (labels[key] !== undefined && labels[key] !== value)
            return true;
    }
    const [outer, inner] = [(0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(root.gateways), (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(leaf.gateways)];
    if (outer.length > 0 && inner.length > 0) {
        if (outer.length < inner.length)
            return true;
        if (inner.some(gateway => !outer.includes(gateway)))
            return true;
    }
    return false;
}
/** Only an outer prefix that the inner value begins with, or the same exact value, agree. */
function stringsContradict(root, leaf) {
    if (!(0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(root) || !(0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(leaf))
        return false;
    const outer = {
        exact: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(root.exact),
        prefix: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(root.prefix),
        regex: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(root.regex)
    };
    const inner = {
        exact: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(leaf.exact),
        prefix: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(leaf.prefix),
        regex: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(leaf.regex)
    };
    const outerSet = outer.exact ?? outer.prefix ?? outer.regex;
    const innerSet = inner.exact ?? inner.prefix ?? inner.regex;
    if (outer.regex !== undefined && innerSet !== undefined)
        return true;
    if (inner.regex !== undefined && outerSet !== undefined)
        return true;
    if (outer.exact !== undefined)
        return inner.prefix !== undefined || inner.exact !== outer.exact;
    if (outer.prefix !== undefined) {
        if (inner.prefix !== undefined)
            return !inner.prefix.startsWith(outer.prefix);
        if (inner.exact !== undefined)
            return !inner.exact.startsWith(outer.prefix);
    }
    return true;
}


/***/ }),

/***/ 168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dt: () => (/* binding */ destinationRuleIndex),
/* harmony export */   e1: () => (/* binding */ destinationRuleReads),
/* harmony export */   sG: () => (/* binding */ ruleFor)
/* harmony export */ });
/* harmony import */ var _mesh_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5000);
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);
/* harmony import */ var _mesh_selector_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9999);



const destinationRuleReads = [
    ['DestinationRule', 'spec.{host,exportTo[]}'],
    ['DestinationRule', 'spec.workloadSelector.matchLabels.*'],
    ['DestinationRule', 'spec.subsets[].{name,labels.*}'],
    ['DestinationRule', 'metadata.creationTimestamp']
];
/** Source: pilot model/push_context.go setDestinationRules, destination_rule.go mergeDestinationRule. */
function destinationRuleIndex(mesh) {
    const root = mesh.config.rootNamespace;
    const privateByDefault = mesh.config.defaultDestinationRuleExportTo.includes('.');
    const local = new Map();
    const exported = new Map();
    const rootLocal = new Map();
    for (const rule of inMergeOrder(mesh)) {
        const { namespace, exportTo } = rule;
        const own = new Set(exportTo.map(entry => (entry === '.' ? namespace : entry)));
        const first = mesh.features.has('destination-rule-own-namespace-fixed')
            ? own.size === 0 || own.has('*') || own.has(namespace)
            : exportTo.length === 0 || exportTo.includes('*') || exportTo.includes('.');
        if (first)
            merge(hostsOf(local, namespace), rule, mesh);
        const distinct = new Set(exportTo);
        const isPrivate = (distinct.size === 0 && privateByDefault) ||
            (distinct.size === 1 && (distinct.has('.') || distinct.has(namespace)));
        if (!isPrivate)
            merge(hostsOf(exported, namespace), rule, mesh);
        else if (namespace === root)
            merge(rootLocal, rule, mesh);
    }
    const wildcards = new Map();
    const search = (rules, host) => rules === undefined ? null : mostSpecific(rules, host, wildcards);
    const exportedFrom = (owner, host, client) => (search(exported.get(owner), host) ?? []).filter(({ exportTo }) => exportTo.length === 0 || exportTo.includes('*') || exportTo.includes(client));
    return {
        for(client, { host, namespace }) {
            const first = search(client === root ? rootLocal : local.get(client), host);
            if (first !== null)
                return first;
            if (namespace !== '') {
                const second = exportedFrom(namespace, host, client);
                if (second.length > 0)
                    return second;
            }
            return exportedFrom(root, host, client);
        }
    };
}
/** The rule of a workload: the first whose selector fits and stands in its namespace, else the last without. Source: sidecar.go DestinationRule. */
function ruleFor(rules, namespace, labels) {
    let fallback;
    for (const rule of rules) {
        if (rule.selector === null)
            fallback = rule;
        else if (rule.namespace === namespace && (0,_mesh_selector_js__WEBPACK_IMPORTED_MODULE_1__/* .selects */ .ko)(rule.selector, labels))
            return rule;
    }
    return fallback;
}
function hostsOf(index, namespace) {
    let hosts = index.get(namespace);
    if (hosts === undefined) {
        hosts = new Map();
        index.set(namespace, hosts);
    }
    return hosts;
}
/** Those with a selector first, then by age. */
function inMergeOrder(mesh) {
    const rules = mesh
        .of('DestinationRule')
        .map(manifest => destinationRule(manifest, mesh.config.clusterDomain));
    return [
        ...rules.filter(rule => rule.selector !== null),
        ...rules.filter(rule => rule.selector === null)
    ];
}
function destinationRule(manifest, domain) {
    const { spec, ref } = manifest;
    const selector = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(spec.workloadSelector);
    const policy = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(spec.trafficPolicy);
    const subsets = new Map();
    for (const [index, entry] of (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(spec.subsets).entries()) {
        const subset = subsetOf(entry, { manifest, path: ['spec', 'subsets', index] });
        if (!subsets.has(subset.name))
            subsets.set(subset.name, subset);
    }
    return {
        host: (0,_mesh_host_js__WEBPACK_IMPORTED_MODULE_2__/* .qualify */ .Ss)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(spec.host) ?? '', ref.namespace, domain),
        namespace: ref.namespace,
        name: ref.name,
        selector: selector === undefined ? null : (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)(selector.matchLabels),
        exportTo: selector === undefined ? (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(spec.exportTo) : ['.'],
        trafficPolicy: policy === undefined
            ? null
            : { fields: policy, at: { manifest, path: ['spec', 'trafficPolicy'] } },
        subsets,
        from: [manifest]
    };
}
function subsetOf(entry, at) {
    const fields = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry);
    return {
        name: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(fields.name) ?? '',
        labels: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)(fields.labels),
        trafficPolicy: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(fields.trafficPolicy) ?? null,
        at
    };
}
/** Puts a rule into the list of its host: merged into each that it may join, else on its own. */
function merge(hosts, rule, mesh) {
    const known = hosts.get(rule.host);
    if (known === undefined) {
        hosts.set(rule.host, [rule]);
        return;
    }
    let apart = true;
    for (const [index, existing] of known.entries()) {
        if (mesh.features.has('merge-destination-rules-of-equal-export')) {
            if (sameSet(rule.exportTo, existing.exportTo))
                apart = false;
            else {
                apart = true;
                if (!(existing.exportTo.length > 0 && contains(rule.exportTo, existing.exportTo)))
                    continue;
            }
        }
        const bothSelect = existing.selector !== null && rule.selector !== null;
        if (bothSelect && !sameLabels(existing.selector ?? {}, rule.selector ?? {})) {
            apart = true;
            continue;
        }
        if (bothSelect || (existing.selector === null && rule.selector === null))
            apart = false;
        known[index] = joined(existing, rule);
    }
    if (apart)
        known.push(rule);
}
/** Subsets of both; the traffic policy of the first that has one, as a whole. */
function joined(existing, rule) {
    const subsets = new Map(existing.subsets);
    for (const [name, subset] of rule.subsets)
        if (!subsets.has(name))
            subsets.set(name, subset);
    return {
        ...existing,
        subsets,
        trafficPolicy: existing.trafficPolicy ?? rule.trafficPolicy,
        from: [...existing.from, ...rule.from]
    };
}
function sameSet(a, b) {
    return contains(a, b) && contains(b, a);
}
function contains(all, some) {
    return some.every(entry => all.includes(entry));
}
function sameLabels(a, b) {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every(key => a[key] === b[key]);
}
/** An equal host, else the longest wildcard that covers it; `null`: none. */
function mostSpecific(rules, host, cache) {
    const exact = rules.get(host);
    if (exact !== undefined)
        return exact;
    let wildcards = cache.get(rules);
    if (wildcards === undefined) {
        wildcards = [...rules.keys()]
            .filter(_mesh_host_js__WEBPACK_IMPORTED_MODULE_2__/* .isWildcard */ .z2)
            .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
        cache.set(rules, wildcards);
    }
    for (const wildcard of wildcards) {
        const covers = (0,_mesh_host_js__WEBPACK_IMPORTED_MODULE_2__/* .isWildcard */ .z2)(host)
            ? host.slice(1).endsWith(wildcard.slice(1))
            : (0,_mesh_host_js__WEBPACK_IMPORTED_MODULE_2__/* .isSubset */ .HS)(host, wildcard);
        if (covers)
            return rules.get(wildcard) ?? [];
    }
    return null;
}


/***/ }),

/***/ 7792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ serviceDomains),
/* harmony export */   E2: () => (/* binding */ hostLiteral),
/* harmony export */   PG: () => (/* binding */ hostAndPort),
/* harmony export */   Vr: () => (/* binding */ alternateNames)
/* harmony export */ });
/* harmony import */ var ipaddr_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8280);

/** Wraps an IPv6 literal in brackets, as hosts in URLs stand. */
function hostLiteral(host) {
    return host.includes(':') && ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6.isValid(host) ? `[${host}]` : host;
}
function hostAndPort(host, port) {
    return `${hostLiteral(host)}:${port}`;
}
/**
 * Every Host under which a service answers: its name, names of ExternalNames that stand for it, short
 * forms within the cluster's domain, addresses. `port` null leaves ports out (Envoy ignores them).
 * Source: pilot networking/core/httproute.go generateVirtualHostDomains.
 */
function serviceDomains(service, aliases, namespace, clusterDomain, options) {
    const domains = [];
    const alternates = new Set();
    const { port } = options;
    const push = (domain) => {
        domains.push(hostLiteral(domain));
        if (port !== null)
            domains.push(hostAndPort(domain, port));
    };
    for (const name of [service.host, ...aliases]) {
        push(name);
        for (const form of alternateForms(name, namespace, clusterDomain, options)) {
            domains.push(form);
            alternates.add(form);
        }
    }
    if (service.headless)
        domains.push(...domains.map(domain => `*.${domain}`));
    for (const address of service.addresses)
        if (address !== '0.0.0.0')
            push(address);
    return { domains, alternates };
}
/** Other names under which clients of a namespace know a host. */
function alternateNames(host, namespace, mesh) {
    return alternateForms(host, namespace, mesh.config.clusterDomain, {
        absolute: mesh.features.has('absolute-fqdn-domain'),
        port: null
    });
}
/** Source: httproute.go GenerateAltVirtualHosts. */
function alternateForms(host, namespace, clusterDomain, { absolute, port }) {
    const forms = [];
    if (absolute) {
        if (!ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.isValid(host))
            forms.push(`${host}.`);
        if (port !== null)
            forms.push(hostAndPort(`${host}.`, port));
    }
    if (!host.endsWith(`.svc.${clusterDomain}`))
        return forms;
    const end = host.indexOf('.svc.');
    const dot = host.indexOf('.');
    if (end <= 0 || dot + 1 >= host.length || dot + 1 > end)
        return forms;
    const name = host.slice(0, dot);
    const dotted = host.slice(0, end);
    const own = host.slice(dot + 1, end) === namespace;
    for (const form of own ? [name, `${dotted}.svc`, dotted] : [dotted, `${dotted}.svc`]) {
        forms.push(form);
        if (port !== null)
            forms.push(hostAndPort(form, port));
    }
    return forms;
}


/***/ }),

/***/ 8150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Jm: () => (/* binding */ endpointReads),
  uY: () => (/* binding */ endpointsOf),
  Ib: () => (/* binding */ podAddresses)
});

// UNUSED EXPORTS: workloadsOf

// EXTERNAL MODULE: ./node_modules/ipaddr.js/lib/ipaddr.js
var ipaddr = __webpack_require__(8280);
// EXTERNAL MODULE: ./build/mesh/json.js
var json = __webpack_require__(9348);
;// CONCATENATED MODULE: ./build/mesh/membership.js

/**
 * A WorkloadEntry by its label, else by its service account; a pod that was admitted by what injection
 * left; a template by labels and annotations, else by its Namespace in git.
 * Source: pilot serviceregistry/serviceentry/conversion.go, pkg/kube/inject.
 */
function membership(workload, namespace) {
    const { labels, annotations, manifest } = workload;
    const tls = labels['security.istio.io/tlsMode'];
    if (manifest.ref.kind === 'WorkloadEntry') {
        const inMesh = tls === undefined ? workload.serviceAccount !== '' : tls === 'istio';
        return { mode: inMesh ? 'sidecar' : 'none', known: true };
    }
    if (tls !== undefined)
        return { mode: tls === 'istio' ? 'sidecar' : 'none', known: true };
    if (hasProxy(manifest.object))
        return { mode: 'sidecar', known: true };
    if (workload.addresses.length > 0)
        return { mode: 'none', known: true };
    const inject = labels['sidecar.istio.io/inject'] ?? annotations['sidecar.istio.io/inject'];
    if (inject === 'false')
        return { mode: 'none', known: true };
    if (labels['istio.io/dataplane-mode'] === 'ambient')
        return { mode: 'ambient', known: true };
    if (inject === 'true' || labels['istio.io/rev'] !== undefined) {
        return { mode: 'sidecar', known: true };
    }
    return ofNamespace(namespace);
}
function ofNamespace(labels) {
    if (labels === null)
        return { mode: 'sidecar', known: false };
    if (labels['istio-injection'] === 'disabled')
        return { mode: 'none', known: true };
    if (labels['istio-injection'] === 'enabled' || labels['istio.io/rev'] !== undefined) {
        return { mode: 'sidecar', known: true };
    }
    if (labels['istio.io/dataplane-mode'] === 'ambient')
        return { mode: 'ambient', known: true };
    // Labels are often set outside git.
    return { mode: 'sidecar', known: false };
}
/** A pod as the API server holds it, or with a proxy written by hand. */
function hasProxy(object) {
    const spec = (0,json/* mapOrEmpty */.B4)(object.spec);
    const template = (0,json/* mapOrEmpty */.B4)((0,json/* mapOrEmpty */.B4)(spec.template).spec);
    return [spec, template].some(pod => [...(0,json/* list */.p_)(pod.containers), ...(0,json/* list */.p_)(pod.initContainers)].some(container => (0,json/* text */.Qq)((0,json/* mapOrEmpty */.B4)(container).name) === 'istio-proxy'));
}

;// CONCATENATED MODULE: ./build/dataplane/endpoints.js



const endpointReads = [
    ['ServiceEntry', 'spec.endpoints[].{address,ports.*,labels.*,serviceAccount}'],
    ['ServiceEntry', 'spec.ports[].targetPort'],
    ['ServiceEntry', 'spec.workloadSelector.labels.*'],
    ['WorkloadEntry', 'spec.{address,ports.*,labels.*,serviceAccount}']
];
/**
 * Workloads of a service in git: pods of its selector and namespace; for a ServiceEntry also
 * WorkloadEntries.
 */
function workloadsOf(compilation, service) {
    if (service.selector === null)
        return [];
    const all = compilation.mesh.workloadsBy(service.namespace, service.selector);
    if (service.registry === 'External')
        return all;
    return all.filter(workload => workload.manifest.ref.kind !== 'WorkloadEntry');
}
/**
 * Endpoints of a service's port in git; `null` where git cannot hold them. Services of one host and
 * namespace share their endpoints, matched by the name of the port.
 */
function endpointsOf(compilation, service, port) {
    const result = [];
    let known = false;
    for (const one of compilation.mesh.registry.byHost(service.host.toLowerCase())) {
        if (one.host !== service.host || one.namespace !== service.namespace)
            continue;
        const own = one.ports.find(candidate => candidate.name === port.name);
        const found = own === undefined ? [] : ofService(compilation, one, own);
        if (found === null)
            continue;
        known = true;
        for (const endpoint of found) {
            const twin = result.some(other => other.address !== null &&
                other.address === endpoint.address &&
                other.port === endpoint.port);
            if (!twin)
                result.push(endpoint);
        }
    }
    return known ? result : null;
}
function ofService(compilation, service, port) {
    const { mesh } = compilation;
    const written = (0,json/* list */.p_)(service.manifest?.spec.endpoints);
    if (service.registry === 'External') {
        if (written.length > 0)
            return written.map(entry => ofEntry(entry, service, port));
        if (service.selector === null)
            return ofHost(service, port);
    }
    if (service.selector === null)
        return null;
    const workloads = workloadsOf(compilation, service);
    if (workloads.length === 0)
        return null;
    return workloads.flatMap((workload) => {
        const { mode, known } = membership(workload, mesh.namespaceLabelsOf(workload.namespace));
        const common = {
            port: targetPort(workload, port),
            labels: workload.labels,
            namespace: workload.namespace,
            inMesh: mode !== 'none',
            known
        };
        const { addresses } = workload;
        if (addresses.length === 0)
            return [{ ...common, address: null }];
        return addresses.map(address => ({ ...common, address }));
    });
}
/** A DNS name without endpoints is its own endpoint. Source: conversion.go convertServiceEntryToInstances. */
function ofHost(service, port) {
    const dns = service.resolution === 'dns' || service.resolution === 'dns-round-robin';
    if (!dns)
        return [];
    const target = typeof port.targetPort === 'number' && port.targetPort > 0 ? port.targetPort : null;
    return [
        {
            address: service.host,
            port: target ?? port.number,
            labels: {},
            namespace: service.namespace,
            inMesh: false,
            known: true
        }
    ];
}
/** Source: pilot serviceregistry/serviceentry/conversion.go getTLSModeFromWorkloadEntry. */
function ofEntry(entry, service, port) {
    const fields = (0,json/* mapOrEmpty */.B4)(entry);
    const labels = (0,json/* textMap */.sP)(fields.labels);
    const tls = labels['security.istio.io/tlsMode'];
    return {
        address: (0,json/* text */.Qq)(fields.address) ?? '',
        port: entryPort(fields, port),
        labels,
        namespace: service.namespace,
        inMesh: tls === undefined ? (0,json/* filled */.Bq)(fields.serviceAccount) !== undefined : tls === 'istio',
        known: true
    };
}
function entryPort(fields, port) {
    const named = (0,json/* number */.ai)((0,json/* mapOrEmpty */.B4)(fields.ports)[port.name]);
    if (named !== undefined)
        return named;
    return typeof port.targetPort === 'number' && port.targetPort > 0 ? port.targetPort : port.number;
}
function targetPort(workload, port) {
    const isEntry = workload.manifest.ref.kind === 'WorkloadEntry';
    if (isEntry) {
        const named = workload.ports.find(one => one.name === port.name);
        if (named !== undefined)
            return named.number;
    }
    const { targetPort: target } = port;
    if (typeof target === 'number' && target > 0)
        return target;
    if (typeof target === 'string') {
        return workload.ports.find(one => one.name === target)?.number ?? port.number;
    }
    return port.number;
}
/** Addresses on which a headless service is dialled. */
function podAddresses(compilation, service) {
    const addresses = workloadsOf(compilation, service).flatMap(workload => workload.addresses);
    for (const entry of (0,json/* list */.p_)(service.manifest?.spec.endpoints)) {
        const { address } = (0,json/* mapOrEmpty */.B4)(entry);
        if (typeof address === 'string')
            addresses.push(address);
    }
    return [...new Set(addresses)].filter(address => ipaddr.isValid(address));
}


/***/ }),

/***/ 7182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ evaluateRoutes)
});

// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
// EXTERNAL MODULE: ./build/finding.js
var finding = __webpack_require__(1633);
;// CONCATENATED MODULE: ./build/dataplane/concrete-match.js

/** Does a route take the request? Concrete values only, by code of its own: partitions are not asked. */
function routeMatches(match, seen, linesApart) {
    return (pathMatches(match.path, seen.path) &&
        match.headers.every(header => headerMatches(header, seen, linesApart)) &&
        match.queryParams.every(parameter => queryMatches(parameter, seen.query)) &&
        match.claims.every(claim => claimMatches(claim, seen.claims)));
}
const programs = new Map();
/** RE2 over the whole text; a pattern that RE2 refuses matches nothing (Envoy refuses the configuration). */
function fullMatch(pattern, text) {
    let program = programs.get(pattern);
    if (program === undefined) {
        try {
            program = build/* RE2JS */.L3.compile(pattern);
        }
        catch {
            program = null;
        }
        programs.set(pattern, program);
    }
    return program?.matches(text) === true;
}
function pathMatches(match, path) {
    if (match.kind === 'regex')
        return fullMatch(match.value, path);
    const wanted = match.ignoreCase ? match.value.toLowerCase() : match.value;
    const actual = match.ignoreCase ? path.toLowerCase() : path;
    if (match.kind === 'exact')
        return actual === wanted;
    if (!actual.startsWith(wanted))
        return false;
    return match.kind === 'prefix' || actual.length === wanted.length || actual[wanted.length] === '/';
}
function valueMatches(match, value) {
    if (match.kind === 'exact')
        return value === match.value;
    if (match.kind === 'prefix')
        return value.startsWith(match.value);
    return fullMatch(match.value, value);
}
function headerLines(name, seen) {
    switch (name) {
        case ':method':
            return [seen.method];
        case ':scheme':
            return [seen.scheme];
        case ':authority':
        case 'host':
            return [seen.authority];
        default:
            return seen.headers.get(name);
    }
}
/** Envoy 1.39 tests each line, before all lines joined by commas. Source: Envoy http/header_utility.cc. */
function headerMatches(match, seen, linesApart) {
    const lines = headerLines(match.name, seen);
    const { value } = match;
    if (value === 'present')
        return (lines !== undefined) !== match.invert;
    if (lines === undefined) {
        return match.missingAsEmpty && valueMatches(value, '') !== match.invert;
    }
    const matched = linesApart
        ? lines.some(line => valueMatches(value, line))
        : valueMatches(value, lines.join(','));
    return matched !== match.invert;
}
/** The first value of the key counts; keys are compared as they stand. */
function queryMatches(match, query) {
    const value = firstValue(match.name, query);
    if (value === null)
        return false;
    return match.value === 'present' || valueMatches(match.value, value);
}
function firstValue(name, query) {
    if (query === null)
        return null;
    for (const pair of query.split('&')) {
        const equals = pair.indexOf('=');
        const key = equals < 0 ? pair : pair.slice(0, equals);
        if (key === name)
            return equals < 0 ? '' : pair.slice(equals + 1);
    }
    return null;
}
/** Equal to the text, or contained in the list. Source: istio pilot security/authz/matcher MetadataMatcherForJWTClaims. */
function claimMatches(match, claims) {
    let value = claims;
    for (const key of match.path) {
        value =
            typeof value === 'object' && value !== null && !Array.isArray(value)
                ? value[key] // an object that is no list
                : undefined;
    }
    const values = Array.isArray(value) ? value : [value];
    const texts = values.filter((entry) => typeof entry === 'string');
    const { value: wanted } = match;
    const matched = wanted === 'present' ? texts.length > 0 : texts.some(entry => valueMatches(wanted, entry));
    return matched !== match.invert;
}

;// CONCATENATED MODULE: ./build/dataplane/outcome-settings.js
/** Milliseconds as a Go duration: `3s`, `1m30s`, `250ms`. */
function goDuration(milliseconds) {
    if (milliseconds < 1000)
        return milliseconds === 0 ? '0s' : `${milliseconds}ms`;
    const hours = Math.floor(milliseconds / 3_600_000);
    const minutes = Math.floor((milliseconds % 3_600_000) / 60_000);
    const seconds = (milliseconds % 60_000) / 1000;
    const large = `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}`;
    return large === '' ? `${seconds}s` : `${large}${seconds}s`;
}
/** Settings of a route as an outcome carries them. */
function outcomeSettings(settings) {
    const { timeout, retries, fault, mirrors, headers, cors, hashPolicy } = settings;
    return {
        ...(timeout === undefined ? {} : { timeout: goDuration(timeout) }),
        ...(retries === undefined ? {} : { retries: retriesOf(retries) }),
        ...(fault === undefined ? {} : { fault: { ...fault } }),
        ...(mirrors === undefined ? {} : { mirrors: mirrors.map(mirror => ({ ...mirror })) }),
        ...(headers === undefined ? {} : { headers: { ...headers } }),
        ...(cors === undefined ? {} : { cors }),
        ...(hashPolicy === undefined ? {} : { hashPolicy })
    };
}
function retriesOf(retries) {
    if (retries === 'off')
        return 'off';
    const { perTryTimeout, backoff, ...rest } = retries;
    return {
        ...rest,
        ...(perTryTimeout === undefined ? {} : { perTryTimeout: goDuration(perTryTimeout) }),
        ...(backoff === undefined ? {} : { backoff: goDuration(backoff) })
    };
}

;// CONCATENATED MODULE: ./build/dataplane/path.js
/**
 * What the proxy makes of a request path before anything sees it: no fragment, and the normalisation of
 * the mesh. The query is kept apart.
 * Source: pilot core/listener_builder.go buildHTTPConnectionManager; Envoy path_utility.cc.
 */
function normalizePath(raw, mode) {
    const hash = raw.indexOf('#');
    const whole = hash < 0 ? raw : raw.slice(0, hash);
    const mark = whole.indexOf('?');
    const query = mark < 0 ? null : whole.slice(mark + 1);
    let path = mark < 0 ? whole : whole.slice(0, mark);
    if (path === '')
        path = '/';
    if (mode === 'NONE')
        return { path, query };
    if (mode === 'DECODE_AND_MERGE_SLASHES') {
        path = path.replace(/%2f/gi, '/').replace(/%5c/gi, '\\');
    }
    path = canonical(path);
    if (mode !== 'BASE')
        path = path.replace(/\/{2,}/g, '/');
    return { path, query };
}
/** Backslashes are slashes, escapes of unreserved characters are decoded, dot segments resolved. Source: Envoy url_canon. */
function canonical(path) {
    const decoded = path.replace(/\\/g, '/').replace(/%([0-9A-Fa-f]{2})/g, (whole, hex) => {
        const character = String.fromCharCode(Number.parseInt(hex, 16));
        return /[A-Za-z0-9\-._~]/.test(character) ? character : whole;
    });
    const segments = decoded.split('/').slice(1);
    const kept = [];
    for (const [index, segment] of segments.entries()) {
        const last = index === segments.length - 1;
        if (segment === '.') {
            if (last)
                kept.push('');
        }
        else if (segment === '..') {
            kept.pop();
            if (last)
                kept.push('');
        }
        else
            kept.push(segment);
    }
    return `/${kept.join('/')}`;
}
/** The path that goes upstream. Source: Envoy router config_impl.cc rewritePathHeader. */
function replacePrefix(path, matched, replacement) {
    return matched === null ? replacement : replacement + path.slice(matched.length);
}

// EXTERNAL MODULE: ./build/dataplane/trace-step.js
var trace_step = __webpack_require__(703);
;// CONCATENATED MODULE: ./build/dataplane/virtual-host-choice.js
/**
 * Envoy's choice of the virtual host: the folded Host without its port, equal names first, then the
 * longest `*` suffix (the star stands for at least one character), then `*`. There is no second chance.
 * Source: Envoy router config_impl.cc findVirtualHost.
 */
function chooseVirtualHost(config, authority) {
    const host = hostOf(authority, config.ignorePortInHost);
    let best;
    let length = -1;
    for (const candidate of config.virtualHosts) {
        for (const written of candidate.domains) {
            const domain = written.toLowerCase();
            if (domain === host)
                return candidate;
            if (!domain.startsWith('*') || domain.length <= length)
                continue;
            const suffix = domain.slice(1);
            const covers = domain === '*' || (host.length > suffix.length && host.endsWith(suffix));
            if (covers) {
                best = candidate;
                length = domain.length;
            }
        }
    }
    return best;
}
function hostOf(authority, ignorePort) {
    const folded = authority.toLowerCase();
    if (!ignorePort)
        return folded;
    const colon = folded.lastIndexOf(':');
    return colon < 0 || folded.lastIndexOf(']') > colon ? folded : folded.slice(0, colon);
}

;// CONCATENATED MODULE: ./build/dataplane/evaluate.js







/**
 * One request through one route configuration: plain and concrete, for witnesses, `explain` and `test`.
 * Independent of tables, partitions and comparison.
 */
function evaluateRoutes(mesh, config, routes, request, progress) {
    const seen = see(request, mesh, progress.scheme);
    const steps = [...progress.steps];
    const trace = { ...progress.trace, routeConfig: routes.name };
    const base = { certainty: config.proxy.certainty, assumptions: config.proxy.assumptions };
    const host = chooseVirtualHost(routes, request.authority);
    if (host === undefined) {
        steps.push({ layer: 'virtual host', text: `no virtual host takes ${request.authority}` });
        return { ...base, outcome: 'no-virtual-host', status: 404, destinations: [], trace, steps };
    }
    steps.push((0,trace_step/* traceStep */.i)('virtual host', host.name, host.origins[0]));
    const inHost = { ...trace, virtualHost: host.name };
    if (host.requireTls && seen.scheme === 'http') {
        return {
            ...base,
            outcome: 'redirect',
            status: 301,
            destinations: [],
            redirect: { status: 301, scheme: 'https' },
            trace: inHost,
            steps
        };
    }
    const found = firstRoute(host, seen, mesh.features.has('header-lines-apart'));
    if (found === null) {
        steps.push({ layer: 'route', text: 'no route of the virtual host matches' });
        return { ...base, outcome: 'no-route', status: 404, destinations: [], trace: inHost, steps };
    }
    const { route, index } = found;
    const label = route.name === '' ? `route ${index}` : `route ${index}, ${route.name}`;
    steps.push((0,trace_step/* traceStep */.i)('route', label, route.origins[0]));
    const reached = {
        certainty: (0,finding/* worst */.Q)(base.certainty, route.certainty),
        assumptions: [...base.assumptions, ...route.assumptions],
        trace: { ...inHost, route: route.name, routeIndex: index },
        steps
    };
    const outcome = act(route, config, seen, request, reached);
    const { refused } = routes;
    if (refused === undefined || outcome.outcome === 'config-refused')
        return outcome;
    const text = `Envoy refuses this route configuration (${refused.reason}): the last good one stays`;
    return {
        ...outcome,
        steps: [...outcome.steps, (0,trace_step/* traceStep */.i)('route configuration', text, refused.at)],
        reason: text
    };
}
function firstRoute(host, seen, linesApart) {
    for (const [index, route] of host.routes.entries()) {
        if (routeMatches(route.match, seen, linesApart))
            return { route, index };
    }
    return null;
}
function act(route, config, seen, request, reached) {
    const { action } = route;
    const common = { ...reached, destinations: [] };
    switch (action.kind) {
        case 'forward':
            return forwarded(route, action, config, seen, request, reached);
        case 'redirect':
            return { ...common, ...redirected(action, route, seen) };
        case 'direct-response': {
            const { status, body, settings } = action;
            const response = { status, ...(body === undefined ? {} : { body }) };
            return {
                ...common,
                outcome: 'direct-response',
                status,
                response,
                settings: outcomeSettings(settings)
            };
        }
        case 'passthrough':
            if (action.cluster === 'AllowAnyDynamicDNSCluster')
                return dynamic(action.cluster, seen, request, reached);
            return { ...common, outcome: 'passthrough', path: target(seen), authority: request.authority };
        case 'blackhole':
            return {
                ...common,
                outcome: 'direct-response',
                status: action.status,
                response: { status: action.status }
            };
        case 'refused':
            return { ...common, outcome: 'config-refused', reason: action.reason };
        case 'no-route':
        case 'no-virtual-host':
            return { ...common, outcome: action.kind, status: 404 };
        case 'unknown':
            return { ...common, outcome: 'unknown', certainty: 'unknown', reason: action.reason };
    }
}
/** A dynamic forward proxy asks DNS for the Host. */
function dynamic(cluster, seen, request, reached) {
    const host = hostOf(request.authority, true);
    return {
        ...reached,
        outcome: 'served',
        destinations: [{ cluster, host, port: 0, weight: 1 }],
        path: target(seen),
        authority: request.authority,
        settings: { retries: 'off' }
    };
}
function forwarded(route, action, config, seen, request, reached) {
    const destinations = [];
    const assumptions = [...reached.assumptions];
    const steps = [...reached.steps];
    let certainty = reached.certainty;
    let missing = 0;
    let empty = 0;
    for (const to of action.destinations) {
        const cluster = config.clusters.get(to.cluster);
        if (cluster === undefined)
            missing += 1;
        else {
            certainty = (0,finding/* worst */.Q)(certainty, cluster.certainty);
            assumptions.push(...cluster.assumptions);
            if (cluster.endpoints === 0)
                empty += 1;
        }
        destinations.push({
            cluster: to.cluster,
            host: to.host,
            ...(to.subset === '' ? {} : { subset: to.subset }),
            port: to.port,
            weight: to.weight,
            ...(cluster === undefined ? { missing: true } : {}),
            ...(to.headers === undefined ? {} : { headers: { ...to.headers } }),
            ...(to.authorityRewrite === undefined ? {} : { authorityRewrite: to.authorityRewrite })
        });
        const text = cluster === undefined ? `${to.cluster}: no such cluster` : to.cluster;
        steps.push((0,trace_step/* traceStep */.i)('cluster', text, to.at ?? undefined));
    }
    const all = action.destinations.length;
    const common = {
        ...reached,
        certainty,
        assumptions: distinct(assumptions),
        steps,
        destinations,
        settings: outcomeSettings(action.settings)
    };
    if (missing === all) {
        const status = action.clusterNotFound;
        return { ...common, outcome: 'no-cluster', status, reason: 'no destination has a cluster' };
    }
    if (empty === all) {
        return { ...common, outcome: 'no-endpoints', status: 503, reason: 'no pod carries the labels' };
    }
    return {
        ...common,
        outcome: 'served',
        ...(missing === 0 ? {} : { missingStatus: action.clusterNotFound }),
        path: rewritten(action, route, seen),
        ...(action.pathRewrite === undefined ? {} : { rewritten: true }),
        authority: action.authorityRewrite ?? request.authority
    };
}
function rewritten({ pathRewrite }, route, seen) {
    if (pathRewrite === undefined)
        return target(seen);
    const { path, query } = seen;
    const suffix = query === null ? '' : `?${query}`;
    if (pathRewrite.kind === 'prefix') {
        return replacePrefix(path, matchedPrefix(route), pathRewrite.value) + suffix;
    }
    // RE2's \1 are groups; Java-style replacements write them $1.
    const substitution = pathRewrite.substitution
        .replace(/\$/g, '\\$')
        .replace(/\\(\d)/g, (_, digit) => `$${digit}`);
    return build/* RE2JS */.L3.compile(pathRewrite.pattern).matcher(path).replaceAll(substitution) + suffix;
}
/** What of the path a prefix rewrite replaces; `null`: all of it. */
function matchedPrefix({ match: { path } }) {
    return path.kind === 'prefix' || path.kind === 'separated' ? path.value : null;
}
function redirected(action, route, seen) {
    const { status, scheme, host, port, path, prefixRewrite } = action;
    const location = prefixRewrite === undefined
        ? path
        : replacePrefix(seen.path, matchedPrefix(route), prefixRewrite);
    return {
        outcome: 'redirect',
        status,
        redirect: {
            status,
            ...(scheme === undefined ? {} : { scheme }),
            ...(host === undefined ? {} : { host }),
            ...(port === undefined ? {} : { port }),
            ...(location === undefined ? {} : { path: location }),
            ...(prefixRewrite === undefined ? {} : { prefixRewrite })
        },
        settings: outcomeSettings(action.settings)
    };
}
function see(request, mesh, scheme) {
    const headers = new Map();
    for (const [name, value] of Object.entries(request.headers)) {
        const known = headers.get(name.toLowerCase()) ?? [];
        headers.set(name.toLowerCase(), [...known, ...(typeof value === 'string' ? [value] : value)]);
    }
    const { path, query } = normalizePath(request.path, mesh.config.pathNormalization);
    const token = request.tokens?.find(one => one.signature === 'good');
    return {
        path,
        query,
        method: request.method,
        scheme,
        authority: request.authority,
        headers,
        claims: token?.claims ?? null
    };
}
function target({ path, query }) {
    return query === null ? path : `${path}?${query}`;
}
function distinct(assumptions) {
    const seen = new Set();
    return assumptions.filter(assumption => {
        const key = JSON.stringify(assumption);
        if (seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
}


/***/ }),

/***/ 5158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SV: () => (/* binding */ isHttpServer),
/* harmony export */   Up: () => (/* binding */ redirectsToHttps),
/* harmony export */   dA: () => (/* binding */ gatewaysFor),
/* harmony export */   hc: () => (/* binding */ tlsMode),
/* harmony export */   lC: () => (/* binding */ isPassthrough),
/* harmony export */   qN: () => (/* binding */ gatewayReads),
/* harmony export */   sV: () => (/* binding */ mergeGateways)
/* harmony export */ });
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);
/* harmony import */ var _mesh_protocol_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8613);
/* harmony import */ var _mesh_selector_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9999);



const gatewayReads = [
    ['Gateway', 'spec.selector.*'],
    ['Gateway', 'spec.servers[].{hosts[],bind,port.{number,name,protocol}}'],
    ['Gateway', 'spec.servers[].tls.{httpsRedirect,mode}'],
    ['Gateway', 'metadata.creationTimestamp']
];
/** Gateways of all namespaces that select a pod, oldest first. Source: push_context.go mergeGateways. */
function gatewaysFor(mesh, namespace, labels) {
    const own = mesh.features.has('scope-gateway-to-namespace');
    return mesh.of('Gateway').filter(manifest => {
        if (own && manifest.ref.namespace !== namespace)
            return false;
        return (0,_mesh_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .selects */ .ko)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)(manifest.spec.selector), labels);
    });
}
/**
 * Merges servers of one port: plain HTTP servers share a route configuration, every terminating HTTPS
 * server has its own, a TLS host that is taken on the port and address or an incompatible protocol drops
 * the younger server whole. Source: pilot model/gateway.go mergeGateways.
 */
function mergeGateways(gateways, targetPort) {
    const byRouteConfig = new Map();
    const merged = new Map();
    const skipped = [];
    const ports = new Set();
    const plain = new Map();
    const tlsHosts = new Map();
    const tlsBinds = new Map();
    const open = (server, key) => {
        merged.set(key, {
            port: server.listenerPort,
            bind: server.bind,
            protocol: server.protocol,
            routeConfig: (0,_mesh_protocol_js__WEBPACK_IMPORTED_MODULE_1__/* .isHttp */ .Zc)(server.protocol) ? server.routeConfig : '',
            servers: [server]
        });
    };
    const route = (server) => {
        const known = byRouteConfig.get(server.routeConfig);
        if (known === undefined)
            byRouteConfig.set(server.routeConfig, [server]);
        else
            known.push(server);
    };
    for (const server of gateways.flatMap(manifest => serversOf(manifest, targetPort))) {
        const { listenerPort: port, bind } = server;
        const key = `${bind}|${port}|${server.protocol}`;
        if (server.tls !== null && hostTaken(server, tlsHosts)) {
            skipped.push({ server, reason: 'a host of it is taken on this port' });
            continue;
        }
        const current = plain.get(port);
        if (ports.has(port) && current !== undefined) {
            if (current.bind === bind && !canMerge(server.protocol, current.protocol)) {
                skipped.push({ server, reason: `the port speaks ${current.protocol}` });
                continue;
            }
            if (server.routeConfig === '' && current.bind === bind) {
                skipped.push({ server, reason: 'the port is taken' });
                continue;
            }
            const known = merged.get(current.bind === bind ? current.key : key);
            if (known === undefined) {
                openPlain(server, key);
            }
            else {
                known.servers.push(server);
                route(server);
            }
            continue;
        }
        if (ports.has(port) && isTlsServer(server)) {
            if (isHttpServer(server)) {
                if (byRouteConfig.has(server.routeConfig)) {
                    skipped.push({ server, reason: 'the port name of an HTTPS server is not unique' });
                    continue;
                }
                byRouteConfig.set(server.routeConfig, [server]);
            }
            const binds = tlsBinds.get(port) ?? new Set();
            binds.add(bind);
            tlsBinds.set(port, binds);
            const known = merged.get(key);
            if (known === undefined)
                open(server, key);
            else
                known.servers.push(server);
            continue;
        }
        ports.add(port);
        openPlain(server, key);
    }
    function openPlain(server, key) {
        if (!isTlsServer(server)) {
            plain.set(server.listenerPort, { protocol: server.protocol, bind: server.bind, key });
        }
        if (isHttpServer(server))
            byRouteConfig.set(server.routeConfig, [server]);
        open(server, key);
    }
    return { byRouteConfig, listeners: [...merged.values()], skipped };
}
function serversOf(manifest, targetPort) {
    const { ref, spec } = manifest;
    const servers = [];
    for (const [index, entry] of (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(spec.servers).entries()) {
        const fields = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry);
        const port = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(fields.port);
        if (port === undefined)
            continue;
        const partial = {
            gateway: `${ref.namespace}/${ref.name}`,
            hosts: serverHosts((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(fields.hosts), ref.namespace),
            bind: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(fields.bind) ?? '',
            number: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(port.number) ?? 0,
            portName: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(port.name) ?? '',
            protocol: (0,_mesh_protocol_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProtocol */ .gR)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(port.protocol) ?? ''),
            tls: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(fields.tls) ?? null,
            at: { manifest, path: ['spec', 'servers', index] }
        };
        const listenerPort = targetPort(partial.number);
        const routeConfig = routeConfigName(partial, listenerPort, ref);
        servers.push({ ...partial, listenerPort, routeConfig });
    }
    return servers;
}
/** `./h` is the own namespace, `*\/h` any; `*\/*` collapses the list. Source: gateway.go sanitizeServerHostNamespace. */
function serverHosts(hosts, namespace) {
    const result = [];
    for (const host of hosts) {
        const [owner, name] = host.split('/');
        if (name === undefined)
            result.push(host);
        else if (owner === '.')
            result.push(`${namespace}/${name}`);
        else if (owner !== '*')
            result.push(host);
        else if (name === '*')
            return ['*'];
        else
            result.push(name);
    }
    return result;
}
function routeConfigName(server, port, ref) {
    const bind = server.bind === '' ? '' : `.${server.bind}`;
    if ((0,_mesh_protocol_js__WEBPACK_IMPORTED_MODULE_1__/* .isHttp */ .Zc)(server.protocol))
        return `http.${port}${bind}`;
    if (server.protocol === 'HTTPS' && !isPassthrough(server)) {
        return `https.${server.number}.${server.portName}.${ref.name}.${ref.namespace}${bind}`;
    }
    return '';
}
function tlsMode(server) {
    return (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(server.tls?.mode) ?? 'PASSTHROUGH';
}
function isPassthrough(server) {
    if (server.tls === null)
        return false;
    const mode = tlsMode(server);
    return mode === 'PASSTHROUGH' || mode === 'AUTO_PASSTHROUGH';
}
function isTlsServer(server) {
    return server.tls !== null && !(0,_mesh_protocol_js__WEBPACK_IMPORTED_MODULE_1__/* .isHttp */ .Zc)(server.protocol);
}
/** Routes HTTP: plain, or HTTPS that it terminates. */
function isHttpServer(server) {
    if ((0,_mesh_protocol_js__WEBPACK_IMPORTED_MODULE_1__/* .isHttp */ .Zc)(server.protocol))
        return true;
    return server.protocol === 'HTTPS' && !isPassthrough(server);
}
function redirectsToHttps(server) {
    return server.tls?.httpsRedirect === true;
}
function canMerge(incoming, current) {
    return (0,_mesh_protocol_js__WEBPACK_IMPORTED_MODULE_1__/* .isHttp */ .Zc)(incoming) && (0,_mesh_protocol_js__WEBPACK_IMPORTED_MODULE_1__/* .isHttp */ .Zc)(current);
}
/** Compares hosts with their namespace prefix. Source: gateway.go CheckDuplicates. */
function hostTaken(server, taken) {
    const known = taken.get(server.listenerPort) ?? new Map();
    taken.set(server.listenerPort, known);
    if (server.hosts.some(host => known.get(host) === server.bind))
        return true;
    for (const host of server.hosts)
        known.set(host, server.bind);
    return false;
}


/***/ }),

/***/ 178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ hashReads),
/* harmony export */   kl: () => (/* binding */ hashForDestination),
/* harmony export */   rg: () => (/* binding */ hashForService)
/* harmony export */ });
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);

const hashReads = [
    [
        'DestinationRule',
        'spec.trafficPolicy.loadBalancer.consistentHash.{httpHeaderName,httpCookie.{name,path,ttl,attributes[].{name,value}},useSourceIp,httpQueryParameterName}'
    ]
];
/**
 * The consistentHash that goes on a route: the subset's port entry, the subset's, the port entry (only
 * where the destination names a port), the top level. Source: route.go HashForHTTPDestination.
 */
function hashForDestination(rule, destination) {
    if (rule === undefined)
        return undefined;
    const policy = rule.trafficPolicy?.fields;
    const port = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(destination.port) === undefined
        ? undefined
        : ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(destination.port).number) ?? 0);
    const subset = rule.subsets.get((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(destination.subset) ?? '')?.trafficPolicy ?? undefined;
    return ofPort(subset, port) ?? ofPolicy(subset) ?? ofPort(policy, port) ?? ofPolicy(policy);
}
/** For a service's default route: the port entry, else the top level. Source: route.go hashForService. */
function hashForService(rule, port) {
    const policy = rule?.trafficPolicy?.fields;
    return ofPort(policy, port) ?? ofPolicy(policy);
}
function ofPolicy(policy) {
    return (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(policy?.loadBalancer).consistentHash);
}
function ofPort(policy, port) {
    if (policy === undefined || port === undefined)
        return undefined;
    for (const entry of (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(policy.portLevelSettings)) {
        const setting = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry);
        if ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(setting.port).number) === port)
            return ofPolicy(setting);
    }
    return undefined;
}


/***/ }),

/***/ 3787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ headerReads),
/* harmony export */   qx: () => (/* binding */ headerOperations),
/* harmony export */   yX: () => (/* binding */ combined)
/* harmony export */ });
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);

const headerReads = [
    ['VirtualService', 'spec.http[].headers.{request,response}.{set.*,add.*,remove[]}'],
    ['VirtualService', 'spec.http[].route[].headers.{request,response}.{set.*,add.*,remove[]}']
];
const isInternal = (name) => name.startsWith(':') || name.toLowerCase() === 'host';
const isAuthority = (name) => name.toLowerCase() === ':authority' || name.toLowerCase() === 'host';
/** Host and pseudo headers are left out of the operations. Source: route.go TranslateHeadersOperations. */
function headerOperations(value) {
    if (!(0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value))
        return { operations: undefined, authority: undefined };
    const sides = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(value);
    const request = operation(sides.request);
    const response = operation(sides.response);
    const fields = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(sides.request);
    const operations = request === undefined && response === undefined
        ? undefined
        : {
            ...(request === undefined ? {} : { request }),
            ...(response === undefined ? {} : { response })
        };
    return { operations, authority: authorityIn(fields.set) ?? authorityIn(fields.add) };
}
function authorityIn(value) {
    for (const [name, content] of Object.entries((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)(value))) {
        if (isAuthority(name) && content !== '')
            return content;
    }
    return undefined;
}
function operation(value) {
    const fields = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(value);
    const set = withoutInternal((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)(fields.set));
    const add = withoutInternal((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)(fields.add));
    const remove = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(fields.remove)
        .filter(name => !isInternal(name))
        .map(name => name.toLowerCase());
    return finished(set, add, remove);
}
function withoutInternal(values) {
    const result = {};
    for (const name of Object.keys(values).sort()) {
        const value = values[name];
        if (!isInternal(name) && value !== undefined)
            result[name.toLowerCase()] = value;
    }
    return result;
}
function finished(set, add, remove) {
    const result = {
        ...(Object.keys(set).length === 0 ? {} : { set }),
        ...(Object.keys(add).length === 0 ? {} : { add }),
        ...(remove.length === 0 ? {} : { remove: [...new Set(remove)].sort() })
    };
    return Object.keys(result).length === 0 ? undefined : result;
}
/** What both do one after the other: all removals first, then `first`'s, then `second`'s operations. */
function combined(first, second) {
    if (first === undefined)
        return second;
    if (second === undefined)
        return first;
    const request = combine(first.request, second.request);
    const response = combine(first.response, second.response);
    return {
        ...(request === undefined ? {} : { request }),
        ...(response === undefined ? {} : { response })
    };
}
function combine(first, second) {
    if (first === undefined)
        return second;
    if (second === undefined)
        return first;
    const set = { ...first.set };
    const add = { ...first.add };
    for (const [name, value] of Object.entries(second.set ?? {})) {
        set[name] = value;
        delete add[name];
    }
    for (const [name, value] of Object.entries(second.add ?? {})) {
        const before = add[name];
        add[name] = before === undefined ? value : [before, value].flat();
    }
    return finished(set, add, [...(first.remove ?? []), ...(second.remove ?? [])]);
}


/***/ }),

/***/ 4005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ httpChain),
/* harmony export */   v: () => (/* binding */ PLAINTEXT_HTTP)
/* harmony export */ });
/** What the HTTP inspector says of plaintext HTTP. */
const PLAINTEXT_HTTP = ['http/1.1', 'h2c'];
/** A chain to a route configuration; `inspected`: only for bytes that are HTTP. */
function httpChain(routeConfig, inspected, service, port) {
    const { manifest, assumptions } = service;
    return {
        name: '',
        match: inspected ? { transport: 'raw_buffer', alpn: PLAINTEXT_HTTP } : {},
        routeConfig,
        origins: manifest === null ? [] : [{ manifest, path: port.path }],
        certainty: assumptions.length === 0 ? 'certain' : 'assumed',
        assumptions
    };
}


/***/ }),

/***/ 9423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ lowerRoutes),
  l: () => (/* binding */ matchesAuthority)
});

// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
;// CONCATENATED MODULE: ./build/dataplane/lower/match.js

/** A route's match as matchers per dimension; several of one dimension hold together. */
function lowerMatch(match) {
    const all = new Map();
    const add = (dimension, matcher) => {
        const known = all.get(dimension);
        if (known === undefined)
            all.set(dimension, [matcher]);
        else
            known.push(matcher);
    };
    const path = lowerPath(match.path);
    if (path !== null)
        add('path', path);
    for (const header of match.headers)
        add(headerDimension(header.name), lowerHeader(header));
    for (const { name, value } of match.queryParams)
        add(`query:${name}`, lowerValue(value));
    for (const claim of match.claims)
        add(claimDimension(claim), lowerClaim(claim));
    const when = {};
    for (const [dimension, matchers] of all) {
        const [first] = matchers;
        if (first !== undefined)
            when[dimension] = matchers.length === 1 ? first : { is: 'all', of: matchers };
    }
    return when;
}
const PSEUDO = {
    ':method': 'method',
    ':scheme': 'scheme',
    ':authority': 'authority',
    host: 'authority'
};
function headerDimension(name) {
    return PSEUDO[name] ?? `header:${name}`;
}
function claimDimension({ path }) {
    return `claim:${path.join('.')}`;
}
/** `null`: every path. */
function lowerPath(path) {
    if (path.kind === 'regex')
        return { is: 'regex', value: path.value };
    const { value, ignoreCase } = path;
    const folded = ignoreCase ? { ignoreCase: true } : {};
    if (path.kind === 'exact')
        return { is: 'exact', value, ...folded };
    if (path.kind === 'separated') {
        return {
            is: 'any',
            of: [
                { is: 'exact', value, ...folded },
                { is: 'prefix', value: `${value}/`, ...folded }
            ]
        };
    }
    return value === '/' || value === '' ? null : { is: 'prefix', value, ...folded };
}
function lowerValue(value) {
    if (value === 'present')
        return { is: 'present' };
    return { is: value.kind, value: value.value };
}
/** Envoy's invert_match and treat_missing_header_as_empty. */
function lowerHeader({ value, invert, missingAsEmpty }) {
    if (!invert)
        return lowerValue(value);
    if (value === 'present')
        return { is: 'absent' };
    const other = { is: 'not', of: lowerValue(value) };
    const absentHolds = missingAsEmpty && !holdsOnEmpty(value);
    return absentHolds ? other : { is: 'all', of: [{ is: 'present' }, other] };
}
function lowerClaim({ value, invert }) {
    const matcher = lowerValue(value);
    return invert ? { is: 'not', of: matcher } : matcher;
}
function holdsOnEmpty({ kind, value }) {
    if (kind !== 'regex')
        return value === '';
    try {
        return build/* RE2JS */.L3.compile(value).matches('');
    }
    catch {
        // A pattern that RE2 refuses is reported where the table is checked; here it matches nothing.
        return false;
    }
}

;// CONCATENATED MODULE: ./build/dataplane/lower/path-domain.js
const not = (of) => ({ is: 'not', of });
const regex = (value) => ({ is: 'regex', value });
/** Escapes of letters, digits, `-`, `.`, `_` and `~`: the proxy decodes them. */
const DECODABLE = '[\\s\\S]*%(3[0-9]|4[1-9A-Fa-f]|5[0-9AaFf]|6[1-9A-Fa-f]|7[0-9AaEe]|2[DdEe])[\\s\\S]*';
/**
 * The paths that routes ever see: without query and fragment, and what normalisation leaves. Every
 * request path is normalised before it is matched, so nothing else exists.
 */
function pathDomain(normalization) {
    const rules = [{ is: 'prefix', value: '/' }, not(regex('[\\s\\S]*[?#][\\s\\S]*'))];
    if (normalization !== 'NONE') {
        rules.push(not(regex('[\\s\\S]*/\\.\\.?(/[\\s\\S]*)?')), not(regex('[\\s\\S]*\\\\[\\s\\S]*')), not(regex(DECODABLE)));
    }
    if (normalization === 'MERGE_SLASHES' || normalization === 'DECODE_AND_MERGE_SLASHES') {
        rules.push(not(regex('[\\s\\S]*//[\\s\\S]*')));
    }
    if (normalization === 'DECODE_AND_MERGE_SLASHES') {
        rules.push(not(regex('[\\s\\S]*%(2[Ff]|5[Cc])[\\s\\S]*')));
    }
    return { is: 'all', of: rules };
}

;// CONCATENATED MODULE: ./build/dataplane/lower/routes.js


/**
 * A route configuration as one ordered table. The choice of the virtual host lowers to rows: domains by
 * specificity (equal names, then the longest `*` suffix, then `*`), each host closed by a row that says
 * "no route", since Envoy never falls back to a wider host. `host` is folded and without port; where a
 * route matches `:authority`, `authority` takes its place: the client's bytes.
 */
function lowerRoutes(config, mesh, options = {}) {
    const byAuthority = options.byAuthority ?? matchesAuthority(config);
    const dimension = byAuthority ? 'authority' : 'host';
    const selected = options.virtualHosts;
    const rows = [];
    const impossible = [];
    const names = new Set();
    for (const { host, domains } of bySpecificity(config.virtualHosts)) {
        const choice = domainMatcher(domains, byAuthority);
        if (selected !== undefined && !selected.has(host.name)) {
            impossible.push({ [dimension]: choice ?? { is: 'present' } });
            continue;
        }
        for (const row of hostRows(host, dimension, choice)) {
            rows.push(row);
            for (const name of Object.keys(row.when))
                names.add(name);
        }
    }
    names.add(dimension);
    names.add('path');
    return {
        dimensions: [...names].sort(inOrder).map(name => dimensionOf(name, mesh, options)),
        rows,
        otherwise: { kind: 'no-virtual-host' },
        ...(impossible.length === 0 ? {} : { impossible: outside(impossible, rows, dimension) })
    };
}
/** Does some route test the Host header byte for byte? */
function matchesAuthority(config) {
    return config.virtualHosts.some(host => host.routes.some(route => route.match.headers.some(({ name }) => name === ':authority' || name === 'host')));
}
function hostRows(host, dimension, choice) {
    const within = choice === null ? {} : { [dimension]: choice };
    const rows = [];
    const row = (when, action, route) => {
        const origins = route === null ? host.origins : route.origins;
        const index = route === null ? -1 : host.routes.indexOf(route);
        const origin = { virtualHost: host, route, index, origins };
        rows.push({ when, action, origin });
    };
    if (host.requireTls) {
        const redirect = { kind: 'redirect', status: 301, scheme: 'https', settings: {} };
        row({ ...within, scheme: { is: 'exact', value: 'http' } }, redirect, null);
    }
    for (const route of host.routes) {
        row(joined(within, lowerMatch(route.match)), route.action, route);
    }
    row(within, { kind: 'no-route' }, null);
    return rows;
}
function joined(first, second) {
    const result = { ...first };
    for (const [dimension, matcher] of Object.entries(second)) {
        const known = result[dimension];
        result[dimension] = known === undefined ? matcher : { is: 'all', of: [known, matcher] };
    }
    return result;
}
/** Hosts with their domains in the order of Envoy's choice; a host stands once per rank. */
function bySpecificity(hosts) {
    const exact = [];
    const wild = [];
    for (const host of hosts) {
        const equal = host.domains.filter(domain => !domain.startsWith('*'));
        if (equal.length > 0)
            exact.push({ host, domains: equal });
        for (const domain of host.domains) {
            if (domain.startsWith('*'))
                wild.push({ host, domains: [domain] });
        }
    }
    wild.sort((a, b) => (b.domains[0]?.length ?? 0) - (a.domains[0]?.length ?? 0));
    return [...exact, ...wild];
}
/** `null`: every host. */
function domainMatcher(domains, byAuthority) {
    if (domains.includes('*'))
        return null;
    const of = domains.map(domain => (byAuthority ? rawDomain(domain) : foldedDomain(domain)));
    const [first] = of;
    return of.length === 1 && first !== undefined ? first : { is: 'any', of };
}
function foldedDomain(domain) {
    const value = domain.toLowerCase();
    if (!value.startsWith('*'))
        return { is: 'exact', value };
    // The `*` stands for at least one character.
    const suffix = value.slice(1);
    return {
        is: 'all',
        of: [
            { is: 'suffix', value: suffix },
            { is: 'not', of: { is: 'exact', value: suffix } }
        ]
    };
}
/** The same for the bytes of the Host header: any case, with or without port. */
function rawDomain(domain) {
    const wild = domain.startsWith('*');
    const literal = (wild ? domain.slice(1) : domain).replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
    return { is: 'regex', value: `(?i)${wild ? '.+' : ''}${literal}(:[0-9]*)?` };
}
/** Excluded hosts are outside the table, but only where no selected row is more specific. */
function outside(excluded, rows, dimension) {
    const inside = new Set();
    for (const row of rows) {
        const matcher = row.when[dimension];
        if (matcher !== undefined)
            inside.add(matcher);
    }
    const except = [...inside].map(of => ({ is: 'not', of }));
    return excluded.map(entry => {
        const matcher = entry[dimension];
        if (matcher === undefined)
            return entry;
        // A wide excluded domain must not swallow the narrow ones that are compared.
        return matcher.is === 'present' || matcher.is === 'all'
            ? { [dimension]: { is: 'all', of: [matcher, ...except] } }
            : entry;
    });
}
const ORDER = ['host', 'authority', 'path', 'method', 'scheme'];
function inOrder(a, b) {
    const [left, right] = [ORDER.indexOf(a), ORDER.indexOf(b)];
    if (left >= 0 || right >= 0)
        return (left < 0 ? 99 : left) - (right < 0 ? 99 : right);
    return a < b ? -1 : a > b ? 1 : 0;
}
function dimensionOf(name, mesh, options) {
    const text = { name, theory: 'string', optional: false, multiple: false };
    switch (name) {
        case 'host':
            return { ...text, domain: { is: 'regex', value: '[a-z0-9_.\\-]+' } };
        case 'authority':
            return { ...text, domain: { is: 'regex', value: '[A-Za-z0-9_.\\-]+(:[0-9]+)?' } };
        case 'path':
            return { ...text, domain: pathDomain(mesh.config.pathNormalization), natural: ['/'] };
        case 'method':
            return {
                ...text,
                domain: { is: 'regex', value: '[A-Z]+(-[A-Z]+)*' },
                natural: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']
            };
        case 'scheme':
            return {
                ...text,
                theory: 'enumeration',
                values: options.schemes ?? ['http', 'https']
            };
    }
    if (name.startsWith('header:')) {
        const lines = mesh.features.has('header-lines-apart');
        return { ...text, optional: true, multiple: lines, domain: HEADER_VALUE };
    }
    if (name.startsWith('claim:'))
        return { ...text, optional: true, multiple: true };
    return { ...text, optional: true, domain: QUERY_VALUE };
}
/** Visible characters; the codec refuses control characters. */
const HEADER_VALUE = { is: 'regex', value: '([!-~]([ -~]*[!-~])?)?' };
const QUERY_VALUE = { is: 'regex', value: '[!"$-%\'-~]*' };


/***/ }),

/***/ 2179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ proxyClasses)
});

// EXTERNAL MODULE: ./build/mesh/json.js
var json = __webpack_require__(9348);
// EXTERNAL MODULE: ./build/mesh/selector.js
var mesh_selector = __webpack_require__(9999);
;// CONCATENATED MODULE: ./build/dataplane/proxies-gateway.js


/** Labels of the gateways that Istio's own installations make. Source: istio manifests/charts/gateways. */
const INSTALLED = [
    { app: 'istio-ingressgateway', istio: 'ingressgateway' },
    { app: 'istio-egressgateway', istio: 'egressgateway' }
];
/**
 * Gateway pods: the workloads in git that some Gateway selects; for selectors that none satisfies, pods
 * with just these labels, in the root namespace where they are Istio's own gateways or the Gateways are of
 * several namespaces, else in the namespace of the Gateways.
 */
function gatewayClasses(meshes) {
    const selectors = new Map();
    for (const mesh of meshes) {
        for (const { ref, spec } of mesh.of('Gateway')) {
            const labels = (0,json/* textMap */.sP)(spec.selector);
            const key = (0,mesh_selector/* selectorText */.nM)(labels);
            const known = selectors.get(key) ?? { labels, namespaces: new Set() };
            known.namespaces.add(ref.namespace);
            selectors.set(key, known);
        }
    }
    if (selectors.size === 0)
        return [];
    const root = meshes[meshes.length - 1]?.config.rootNamespace ?? 'istio-system';
    const all = [...selectors.values()].map(entry => entry.labels);
    const classes = new Map();
    const satisfied = new Set();
    for (const workload of meshes.flatMap(mesh => mesh.workloads)) {
        const matching = all.filter(labels => !(0,mesh_selector/* isEmptySelector */.xh)(labels) && (0,mesh_selector/* selects */.ko)(labels, workload.labels));
        if (matching.length === 0)
            continue;
        for (const labels of matching)
            satisfied.add((0,mesh_selector/* selectorText */.nM)(labels));
        const known = knownClass(workload, matching);
        if (!classes.has(known.id))
            classes.set(known.id, known);
    }
    for (const [key, { labels, namespaces }] of selectors) {
        if (satisfied.has(key))
            continue;
        const made = assumedClass(labels, [...namespaces].sort(), root);
        if (!classes.has(made.id))
            classes.set(made.id, made);
    }
    return [...classes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
function knownClass(workload, matching) {
    let labels = {};
    for (const selector of matching)
        labels = { ...labels, ...selector };
    return {
        type: 'gateway',
        id: `gateway ${workload.namespace}/${workload.name}`,
        description: `gateway ${workload.name} in ${workload.namespace}`,
        namespace: workload.namespace,
        // All labels: a Service may select by others than the Gateways do.
        labels: { ...workload.labels, ...labels },
        serviceAccount: workload.serviceAccount,
        certainty: 'certain',
        assumptions: []
    };
}
function assumedClass(selector, namespaces, root) {
    const installed = INSTALLED.find(labels => (0,mesh_selector/* selects */.ko)(selector, labels));
    const [only] = namespaces;
    const namespace = installed !== undefined || only === undefined || namespaces.length > 1 ? root : only;
    const labels = (0,mesh_selector/* isEmptySelector */.xh)(selector) ? {} : { ...installed, ...selector };
    const words = (0,mesh_selector/* isEmptySelector */.xh)(selector)
        ? 'any gateway'
        : `gateway pods with ${(0,mesh_selector/* selectorText */.nM)(selector)}`;
    const assumptions = [
        {
            kind: 'gateway-workload-exists',
            params: { selector: (0,mesh_selector/* selectorText */.nM)(selector), namespace }
        }
    ];
    return {
        type: 'gateway',
        id: `gateway ${namespace} ${(0,mesh_selector/* selectorText */.nM)(labels)}`,
        description: `${words} in ${namespace}`,
        namespace,
        labels,
        certainty: 'assumed',
        assumptions
    };
}

// EXTERNAL MODULE: ./build/mesh/visibility.js
var visibility = __webpack_require__(722);
;// CONCATENATED MODULE: ./build/dataplane/proxy-selectors.js



/** Of both sides together, so that both sides have the same classes. */
function relevantSelectors(meshes) {
    const local = new Map();
    const wide = [];
    const named = new Set();
    const put = (namespace, labels) => {
        if ((0,mesh_selector/* isEmptySelector */.xh)(labels))
            return;
        const known = local.get(namespace) ?? new Map();
        known.set((0,mesh_selector/* selectorText */.nM)(labels), labels);
        local.set(namespace, known);
    };
    for (const mesh of meshes) {
        for (const { ref, spec } of mesh.of('Sidecar')) {
            put(ref.namespace, (0,json/* textMap */.sP)((0,json/* mapOrEmpty */.B4)(spec.workloadSelector).labels));
        }
        for (const { ref, spec } of mesh.of('DestinationRule')) {
            put(ref.namespace, (0,json/* textMap */.sP)((0,json/* mapOrEmpty */.B4)(spec.workloadSelector).matchLabels));
            nameNamespaces((0,json/* texts */.Te)(spec.exportTo), named);
        }
        for (const { spec } of mesh.of('ServiceEntry'))
            nameNamespaces((0,json/* texts */.Te)(spec.exportTo), named);
        for (const { ref, spec } of mesh.of('VirtualService')) {
            const entries = (0,json/* texts */.Te)(spec.exportTo);
            nameNamespaces(entries, named);
            const to = (0,visibility/* visibility */.XD)(entries, ref.namespace, mesh.config.defaultVirtualServiceExportTo);
            for (const match of matchesOf(spec)) {
                const namespace = (0,json/* filled */.Bq)(match.sourceNamespace);
                if (namespace !== undefined)
                    named.add(namespace);
                const labels = (0,json/* textMap */.sP)(match.sourceLabels);
                if ((0,mesh_selector/* isEmptySelector */.xh)(labels))
                    continue;
                wide.push({ visible: one => (0,visibility/* isVisible */.zN)(to, one), labels });
            }
        }
    }
    return {
        in(namespace) {
            const all = new Map(local.get(namespace));
            for (const { visible, labels } of wide) {
                if (visible(namespace))
                    all.set((0,mesh_selector/* selectorText */.nM)(labels), labels);
            }
            return [...all.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, labels]) => labels);
        },
        namedNamespaces: [...named].sort()
    };
}
function nameNamespaces(entries, named) {
    for (const entry of entries)
        if (!['*', '.', '~', ''].includes(entry))
            named.add(entry);
}
function matchesOf(spec) {
    return ['http', 'tcp', 'tls'].flatMap(section => (0,json/* list */.p_)(spec[section]).flatMap(rule => (0,json/* list */.p_)((0,json/* mapOrEmpty */.B4)(rule).match).filter(json/* isMap */.jh)));
}

;// CONCATENATED MODULE: ./build/dataplane/proxies.js




/** More combinations of selectors than this in one namespace are not told apart (design §7, budgets). */
const MAX_CLASSES = 64;
/**
 * The proxies that can be configured differently, refined over both sides: each class exists on both, or
 * on neither. Sidecars: per namespace one class for each set of selectors that pods can satisfy, and one
 * for a namespace that git does not name. Gateways: one per set of labels that Gateways select.
 */
function proxyClasses(base, head) {
    const meshes = [base, head].filter((mesh) => mesh !== null);
    const selectors = relevantSelectors(meshes);
    const namespaces = new Set(selectors.namedNamespaces);
    for (const mesh of meshes)
        for (const namespace of mesh.namespaces)
            namespaces.add(namespace);
    const gatewaySelectors = meshes.flatMap(mesh => mesh
        .of('Gateway')
        .map(manifest => (0,json/* textMap */.sP)(manifest.spec.selector))
        .filter(labels => !(0,mesh_selector/* isEmptySelector */.xh)(labels)));
    const isGateway = (workload) => gatewaySelectors.some(labels => (0,mesh_selector/* selects */.ko)(labels, workload.labels));
    const classes = [];
    for (const namespace of [...namespaces].sort()) {
        const workloads = meshes
            .flatMap(mesh => mesh.workloadsIn(namespace))
            .filter(workload => hasSidecar(workload) && !isGateway(workload));
        classes.push(...sidecarClasses(namespace, workloads, selectors, false));
    }
    let other = 'other';
    while (namespaces.has(other))
        other = `${other}-namespace`;
    classes.push(...sidecarClasses(other, [], selectors, true));
    classes.push(...gatewayClasses(meshes));
    return classes;
}
function hasSidecar({ manifest, labels, annotations }) {
    if (manifest.ref.kind === 'WorkloadEntry')
        return false;
    const inject = labels['sidecar.istio.io/inject'] ?? annotations['sidecar.istio.io/inject'];
    return inject !== 'false';
}
function sidecarClasses(namespace, workloads, selectors, anyNamespace) {
    const relevant = selectors.in(namespace);
    const groups = new Map();
    const place = (labels) => {
        const satisfied = relevant.filter(selector => (0,mesh_selector/* selects */.ko)(selector, labels));
        const key = satisfied.map(mesh_selector/* selectorText */.nM).join(' & ');
        const known = groups.get(key);
        if (known !== undefined)
            return known;
        const group = { satisfied, workloads: [] };
        groups.set(key, group);
        return group;
    };
    for (const workload of workloads)
        place(workload.labels).workloads.push(workload);
    for (const labels of combinations(relevant))
        place(labels);
    return [...groups.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, group]) => sidecarClass(namespace, key, group, relevant.length > 0, anyNamespace));
}
/** No label, and every set of selectors that one pod can satisfy, small sets first. */
function combinations(selectors) {
    const result = [{}];
    const seen = new Set(['']);
    for (let i = 0; i < result.length && result.length < MAX_CLASSES; i++) {
        for (const selector of selectors) {
            const joined = compatible(result[i] ?? {}, selector);
            if (joined === null || seen.has((0,mesh_selector/* selectorText */.nM)(joined)))
                continue;
            seen.add((0,mesh_selector/* selectorText */.nM)(joined));
            result.push(joined);
            if (result.length >= MAX_CLASSES)
                break;
        }
    }
    return result;
}
function compatible(a, b) {
    for (const key of Object.keys(b))
        if (a[key] !== undefined && a[key] !== b[key])
            return null;
    return { ...a, ...b };
}
function sidecarClass(namespace, key, { satisfied, workloads }, divided, anyNamespace) {
    let labels = {};
    for (const selector of satisfied)
        labels = { ...labels, ...selector };
    const accounts = new Set(workloads.map(workload => workload.serviceAccount));
    const [account] = accounts;
    const where = anyNamespace ? 'any other namespace' : namespace;
    const words = satisfied.length > 0 ? `pods with ${(0,mesh_selector/* selectorText */.nM)(labels)}` : divided ? 'other pods' : 'pods';
    const assumptions = workloads.length > 0
        ? []
        : [
            {
                kind: 'workload-exists',
                params: { namespace: anyNamespace ? '*' : namespace, labels: (0,mesh_selector/* selectorText */.nM)(labels) }
            }
        ];
    return {
        type: 'sidecar',
        id: `sidecar ${anyNamespace ? '*' : namespace}${key === '' ? '' : ` ${key}`}`,
        description: `${words} in ${where}`,
        namespace,
        labels,
        ...(account !== undefined && accounts.size === 1 ? { serviceAccount: account } : {}),
        certainty: assumptions.length === 0 ? 'certain' : 'assumed',
        assumptions
    };
}


/***/ }),

/***/ 9285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ redirectReads),
/* harmony export */   r: () => (/* binding */ redirectAction)
/* harmony export */ });
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);

const redirectReads = [
    [
        'VirtualService',
        'spec.http[].redirect.{uri,authority,port,derivePort,scheme,redirectCode,prefixRewrite}'
    ]
];
const CODES = new Set([301, 302, 303, 307, 308]);
/**
 * A code that Envoy does not know leaves a route without action, and Envoy refuses the whole route
 * configuration. The default port of the scheme is left out. Source: route.go ApplyRedirect.
 */
function redirectAction(fields, at, environment, settings) {
    const code = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(fields.redirectCode) ?? 0;
    const status = code === 0 ? 301 : code;
    if (!CODES.has(status)) {
        return {
            kind: 'refused',
            reason: `redirect code ${status} gives a route without action`,
            at: [{ manifest: at.manifest, path: [...at.path, 'redirect', 'redirectCode'] }]
        };
    }
    const scheme = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(fields.scheme);
    const host = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(fields.authority);
    const port = redirectPort(fields, environment);
    const prefixRewrite = environment.features.has('redirect-prefix-rewrite')
        ? (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(fields.prefixRewrite)
        : undefined;
    const path = prefixRewrite === undefined ? (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(fields.uri) : undefined;
    return {
        kind: 'redirect',
        status,
        ...(scheme === undefined ? {} : { scheme }),
        ...(host === undefined ? {} : { host }),
        ...(port === undefined ? {} : { port }),
        ...(path === undefined ? {} : { path }),
        ...(prefixRewrite === undefined ? {} : { prefixRewrite }),
        settings
    };
}
function redirectPort(fields, environment) {
    const derived = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields.derivePort) === 'FROM_REQUEST_PORT' ? environment.port : undefined;
    const port = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(fields.port) ?? derived;
    if (port === undefined || port === 0)
        return undefined;
    const scheme = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(fields.scheme) ?? (environment.tls ? 'https' : 'http');
    if ((port === 80 && scheme === 'http') || (port === 443 && scheme === 'https'))
        return undefined;
    return port;
}


/***/ }),

/***/ 19:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AO: () => (/* binding */ retryReads),
/* harmony export */   Jb: () => (/* binding */ retryPolicy)
/* harmony export */ });
/* unused harmony export DEFAULT_RETRY_ON */
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);

const retryReads = [
    [
        'VirtualService',
        'spec.http[].retries.{attempts,perTryTimeout,retryOn,retryRemoteLocalities,retryIgnorePreviousHosts,backoff}'
    ]
];
const DEFAULT_RETRY_ON = 'connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes';
/**
 * The policy of a route; `undefined` is the default of current minors (two retries), `off` is none.
 * Any `attempts` of zero or below switches retries off. Where a hash chooses the only destination, hosts
 * that were tried before stay eligible. Source: pilot route/retry/retry.go ConvertPolicy.
 */
function retryPolicy(given, hashed, features) {
    const codes = features.has('retry-503') ? [503] : [];
    if (given === undefined) {
        if (!hashed && codes.length === 0)
            return undefined;
        return {
            attempts: 2,
            retryOn: DEFAULT_RETRY_ON,
            statusCodes: codes,
            ...(hashed ? { ignorePreviousHosts: false } : {})
        };
    }
    const attempts = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(given.attempts) ?? 0;
    if (attempts <= 0)
        return 'off';
    const on = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(given.retryOn);
    const parsed = on === undefined ? { retryOn: DEFAULT_RETRY_ON, statusCodes: codes } : conditions(on);
    const perTryTimeout = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(given.perTryTimeout);
    const backoff = features.has('retry-remote-backoff') ? (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(given.backoff) : undefined;
    const ignore = features.has('retry-remote-backoff')
        ? (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(given.retryIgnorePreviousHosts)
        : undefined;
    const policy = {
        attempts,
        ...parsed,
        ...(perTryTimeout === undefined ? {} : { perTryTimeout }),
        ...((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(given.retryRemoteLocalities) === true ? { retryRemoteLocalities: true } : {}),
        ...((ignore ?? !hashed) ? {} : { ignorePreviousHosts: false }),
        ...(backoff === undefined ? {} : { backoff })
    };
    return isDefault(policy) ? undefined : policy;
}
function isDefault(policy) {
    return (policy.attempts === 2 &&
        policy.retryOn === DEFAULT_RETRY_ON &&
        policy.statusCodes.length === 0 &&
        policy.perTryTimeout === undefined &&
        policy.retryRemoteLocalities === undefined &&
        policy.ignorePreviousHosts === undefined &&
        policy.backoff === undefined);
}
/** HTTP status codes among the conditions become retriable status codes and imply that condition. */
function conditions(on) {
    const statusCodes = [];
    const names = [];
    for (const part of on.split(',')) {
        const word = part.trim();
        if (word === '')
            continue;
        const code = /^[+-]?\d+$/.test(word) ? Number(word) : Number.NaN;
        if (STATUS_CODES.has(code))
            statusCodes.push(code);
        else
            names.push(word);
    }
    let retryOn = names.join(',');
    if (statusCodes.length > 0 && !retryOn.includes('retriable-status-codes')) {
        retryOn += ',retriable-status-codes';
    }
    return { retryOn, statusCodes };
}
/** The codes that Go's net/http knows a text for. */
const STATUS_CODES = new Set([
    100, 101, 102, 103, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304,
    305, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415,
    416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505,
    506, 507, 508, 510, 511
]);


/***/ }),

/***/ 1963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dj: () => (/* binding */ routeActionReads),
/* harmony export */   GY: () => (/* binding */ routeAction),
/* harmony export */   nq: () => (/* binding */ destinationCluster)
/* harmony export */ });
/* unused harmony export withoutUndefined */
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);
/* harmony import */ var _headers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3787);
/* harmony import */ var _redirect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9285);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8440);





const routeActionReads = [
    ['VirtualService', 'spec.http[].route[].{weight,destination.{host,subset,port.number}}'],
    ['VirtualService', 'spec.http[].rewrite.{uri,authority,uriRegexRewrite.{match,rewrite}}'],
    ['VirtualService', 'spec.http[].{mirror,mirrors[].destination}.{host,subset,port.number}'],
    [
        'VirtualService',
        'spec.http[].{mirrorPercent,mirrorPercentage.value,mirrors[].percentage.value}'
    ],
    ['VirtualService', 'spec.http[].directResponse.{status,body.{string,bytes}}']
];
/** Redirect before direct response before destinations. Source: route.go TranslateRoute. */
function routeAction(rule, environment, semantics) {
    const { fields } = rule;
    const headers = (0,_headers_js__WEBPACK_IMPORTED_MODULE_1__/* .headerOperations */ .qx)(fields.headers);
    const common = withoutUndefined({
        headers: headers.operations,
        fault: (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .fault */ .DG)(fields.fault),
        cors: (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .cors */ .W6)(fields.corsPolicy, environment.features)
    });
    const redirect = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(fields.redirect);
    if (redirect !== undefined)
        return (0,_redirect_js__WEBPACK_IMPORTED_MODULE_2__/* .redirectAction */ .r)(redirect, rule.at, environment, common);
    const response = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(fields.directResponse);
    if (response !== undefined) {
        const body = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(response.body);
        const content = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(body.string) ?? decoded((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(body.bytes));
        return {
            kind: 'direct-response',
            status: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(response.status) ?? 0,
            ...(content === undefined ? {} : { body: content }),
            settings: common
        };
    }
    return forward(rule, environment, semantics, headers.authority, common);
}
/** `bytes` are base64 in JSON; bytes that are no text stay as they are written. */
function decoded(bytes) {
    if (bytes === undefined)
        return undefined;
    try {
        const raw = Uint8Array.from(atob(bytes), character => character.charCodeAt(0));
        return new TextDecoder('utf-8', { fatal: true }).decode(raw);
    }
    catch {
        return bytes;
    }
}
function forward(rule, environment, semantics, headerAuthority, common) {
    const { fields, at } = rule;
    const routes = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(fields.route);
    const only = routes.length === 1;
    const destinations = [];
    const hashes = [];
    let hashed = false;
    let { headers } = common;
    let authority = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(fields.rewrite).authority) ?? headerAuthority;
    for (const [index, entry] of routes.entries()) {
        const route = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry);
        const weight = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(route.weight) ?? 0;
        if (!only && weight === 0)
            continue;
        const place = { manifest: at.manifest, path: [...at.path, 'route', index] };
        const own = (0,_headers_js__WEBPACK_IMPORTED_MODULE_1__/* .headerOperations */ .qx)(route.headers);
        const hash = environment.hash((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(route.destination));
        if (hash !== undefined)
            hashed = true;
        const policy = (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .hashPolicy */ .xV)(hash);
        if (policy !== undefined)
            hashes.push(policy);
        if (only) {
            headers = (0,_headers_js__WEBPACK_IMPORTED_MODULE_1__/* .combined */ .yX)(headers, own.operations);
            authority ??= own.authority;
        }
        destinations.push({
            ...destinationCluster((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(route.destination), environment, place),
            weight: only ? 1 : weight,
            ...(only
                ? {}
                : withoutUndefined({ headers: own.operations, authorityRewrite: own.authority }))
        });
    }
    if (destinations.length === 0) {
        return { kind: 'refused', reason: 'a route without a destination that has weight', at: [at] };
    }
    const timeout = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(fields.timeout);
    const pathRewrite = rewriteOf((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(fields.rewrite), environment);
    const action = {
        kind: 'forward',
        destinations,
        clusterNotFound: semantics === 'gateway-api' ? 500 : 503,
        ...withoutUndefined({ pathRewrite, authorityRewrite: authority }),
        settings: withoutUndefined({
            ...common,
            headers,
            timeout: timeout === undefined || timeout === 0 ? undefined : timeout,
            retries: (0,_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retryPolicy */ .Jb)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(fields.retries) ?? environment.config.defaultHttpRetryPolicy ?? undefined, only && hashed, environment.features),
            mirrors: mirrorsOf(fields, environment, at),
            hashPolicy: hashes.length === 0 ? undefined : hashes
        })
    };
    return action;
}
/** The object without its undefined members, as exactOptionalPropertyTypes wants it. */
function withoutUndefined(value) {
    const result = {};
    for (const key of Object.keys(value)) {
        // Object.keys of a T gives keys of T; undefined is what the line leaves out.
        if (value[key] !== undefined)
            result[key] = value[key];
    }
    return result;
}
function rewriteOf(rewrite, environment) {
    if (rewrite === undefined)
        return undefined;
    const regex = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(rewrite.uriRegexRewrite);
    if (regex !== undefined && environment.features.has('regex-rewrite')) {
        return {
            kind: 'regex',
            pattern: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(regex.match) ?? '',
            substitution: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(regex.rewrite) ?? ''
        };
    }
    const uri = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(rewrite.uri);
    return uri === undefined ? undefined : { kind: 'prefix', value: uri };
}
/**
 * The cluster of a destination: the port that is given, else the service's only port, else the port of
 * the listener. An ExternalName stands for its target. Source: route.go GetDestinationCluster.
 */
function destinationCluster(destination, environment, at) {
    const named = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(destination.host) ?? '';
    if (named === '') {
        return { cluster: 'UnknownService', host: '', subset: '', port: 0, at };
    }
    const service = environment.service(named);
    const host = service?.externalName ?? named;
    const given = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(destination.port) ? ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(destination.port.number) ?? 0) : undefined;
    const port = given ?? onlyPort(service) ?? environment.port;
    const subset = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(destination.subset) ?? '';
    return { cluster: `outbound|${port}|${subset}|${host}`, host, subset, port, at };
}
function onlyPort(service) {
    return service?.ports.length === 1 ? service.ports[0]?.number : undefined;
}
/** A mirror of zero percent is none; without a percentage every request is mirrored. */
function mirrorsOf(fields, environment, at) {
    const mirrors = [];
    const add = (destination, percent, path) => {
        const target = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(destination);
        if (target === undefined || percent <= 0)
            return;
        const place = { manifest: at.manifest, path: [...at.path, ...path] };
        mirrors.push({
            cluster: destinationCluster(target, environment, place).cluster,
            percent,
            ...(environment.features.has('shadow-suffix') ? { shadowSuffix: true } : {})
        });
    };
    add(fields.mirror, rulePercent(fields), ['mirror']);
    if (environment.features.has('mirrors-list')) {
        for (const [index, entry] of (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(fields.mirrors).entries()) {
            const mirror = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry);
            const percent = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(mirror.percentage) ? (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .millionths */ .aW)(mirror.percentage.value) : 100;
            add(mirror.destination, percent, ['mirrors', index]);
        }
    }
    return mirrors.length === 0 ? undefined : mirrors;
}
function rulePercent(fields) {
    if ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(fields.mirrorPercentage))
        return (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .millionths */ .aW)(fields.mirrorPercentage.value);
    return (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(fields.mirrorPercent) ?? (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(fields.mirror_percent) ?? 100;
}


/***/ }),

/***/ 7012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HE: () => (/* binding */ isCatchAll),
/* harmony export */   Hh: () => (/* binding */ stringMatch),
/* harmony export */   Qz: () => (/* binding */ EVERYTHING),
/* harmony export */   nu: () => (/* binding */ routeMatch),
/* harmony export */   wd: () => (/* binding */ routeMatchReads)
/* harmony export */ });
/* unused harmony export claimPath */
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);

const routeMatchReads = [
    ['VirtualService', 'spec.http[].match[].{uri,scheme,method,authority}.{exact,prefix,regex}'],
    ['VirtualService', 'spec.http[].match[].ignoreUriCase'],
    [
        'VirtualService',
        'spec.http[].match[].{headers,withoutHeaders,queryParams}.*.{exact,prefix,regex}'
    ]
];
const EVERY_PATH = { kind: 'prefix', value: '/', ignoreCase: false };
/** Matches every request. */
const EVERYTHING = {
    path: EVERY_PATH,
    headers: [],
    queryParams: [],
    claims: []
};
/** Source: pilot networking/core/route/route.go TranslateRouteMatch. */
function routeMatch(fields, semantics, features) {
    const headers = [];
    const claims = [];
    for (const invert of [false, true]) {
        for (const [name, value] of Object.entries((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(invert ? fields.withoutHeaders : fields.headers))) {
            const path = claimPath(name);
            if (path === null)
                headers.push(headerMatch(name, value, invert, features));
            else
                claims.push({ path, value: stringMatch(value), invert });
        }
    }
    headers.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    for (const [name, field] of PSEUDO_HEADERS) {
        const value = fields[field];
        if ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value))
            headers.push(headerMatch(name, value, false, features));
    }
    return {
        path: pathMatch(fields.uri, fields.ignoreUriCase === true, semantics),
        headers,
        queryParams: Object.entries((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(fields.queryParams)).map(([name, value]) => ({ name, value: stringMatch(value) })),
        claims
    };
}
const PSEUDO_HEADERS = [
    [':method', 'method'],
    [':authority', 'authority'],
    [':scheme', 'scheme']
];
function headerMatch(name, value, invert, features) {
    const found = stringMatch(value);
    return {
        name: name.toLowerCase(),
        value: found,
        invert,
        missingAsEmpty: invert && found !== 'present' && features.has('missing-header-is-empty')
    };
}
/** Nothing set, or the regex `*`, asks for presence. Source: route.go canBeConvertedToPresentMatch. */
function stringMatch(value) {
    const fields = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(value);
    for (const kind of ['exact', 'prefix', 'regex']) {
        const found = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields[kind]);
        if (found === undefined)
            continue;
        return kind === 'regex' && found === '*' ? 'present' : { kind, value: found };
    }
    return 'present';
}
function pathMatch(value, ignoreCase, semantics) {
    const fields = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(value);
    const exact = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields.exact);
    if (exact !== undefined)
        return { kind: 'exact', value: exact, ignoreCase };
    const prefix = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields.prefix);
    if (prefix !== undefined) {
        return semantics !== 'istio' && prefix !== '/'
            ? { kind: 'separated', value: prefix.replace(/\/$/, ''), ignoreCase }
            : { kind: 'prefix', value: prefix, ignoreCase };
    }
    const regex = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields.regex);
    if (regex !== undefined)
        return { kind: 'regex', value: regex };
    return ignoreCase ? { ...EVERY_PATH, ignoreCase } : EVERY_PATH;
}
const CLAIMS = '@request.auth.claims';
/**
 * The claim that a header name stands for: `@request.auth.claims.a.b` or `@request.auth.claims[a][b]`;
 * `null` for a header. Source: istio pkg/jwt/jwt.go ToRoutingClaim.
 */
function claimPath(name) {
    if (!name.toLowerCase().startsWith(CLAIMS))
        return null;
    const rest = name.slice(CLAIMS.length);
    if (rest.startsWith('.'))
        return rest.length === 1 ? null : rest.slice(1).split('.');
    if (!rest.startsWith('[') || !rest.endsWith(']') || rest.length < 3)
        return null;
    return rest.slice(1, -1).split('][');
}
/** Nothing can follow such a route. Source: route.go IsCatchAllRoute. */
function isCatchAll(match, features) {
    const { path } = match;
    const every = path.kind === 'regex'
        ? path.value === '.*' && features.has('regex-catch-all')
        : path.kind !== 'exact' && path.value === '/';
    return (every &&
        match.headers.length === 0 &&
        match.queryParams.length === 0 &&
        match.claims.length === 0);
}


/***/ }),

/***/ 1187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ httpRoutes),
/* harmony export */   h: () => (/* binding */ routeReads)
/* harmony export */ });
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);
/* harmony import */ var _mesh_selector_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9999);
/* harmony import */ var _route_action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1963);
/* harmony import */ var _route_match_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7012);




const routeReads = [
    ['VirtualService', 'spec.http[].name'],
    ['VirtualService', 'spec.http[].match[].{name,port,gateways[],sourceLabels.*,sourceNamespace}']
];
/**
 * Routes of a VirtualService for one kind of caller, in order. Generation ends behind the first rule
 * without match and behind the first catch-all. Source: route.go BuildHTTPRoutesForVirtualService.
 */
function httpRoutes(service, environment) {
    const routes = [];
    for (const rule of service.http) {
        if (rule.matches === null) {
            routes.push(route(service, rule, null, environment));
            return routes;
        }
        for (const match of rule.matches) {
            if (!applies(match, environment))
                continue;
            const made = route(service, rule, match, environment);
            routes.push(made);
            if ((0,_route_match_js__WEBPACK_IMPORTED_MODULE_3__/* .isCatchAll */ .HE)(made.match, environment.features))
                return routes;
        }
    }
    return routes;
}
/** `gateways` switches source labels and namespace off. Source: route.go sourceMatchHTTP. */
function applies(match, environment) {
    const { fields } = match;
    const port = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(fields.port) ?? 0;
    if (port !== 0 && port !== environment.port)
        return false;
    const gateways = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(fields.gateways);
    if (gateways.length > 0)
        return gateways.includes(environment.gateway);
    if (!(0,_mesh_selector_js__WEBPACK_IMPORTED_MODULE_1__/* .selects */ .ko)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)(fields.sourceLabels), environment.labels))
        return false;
    const namespace = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(fields.sourceNamespace);
    return namespace === undefined || namespace === environment.namespace;
}
function route(service, rule, match, environment) {
    const origins = [match === null ? rule.at : match.at];
    const root = match?.root ?? rule.root;
    if (root !== undefined)
        origins.push(root);
    return {
        name: nameOf(rule, match),
        match: match === null
            ? _route_match_js__WEBPACK_IMPORTED_MODULE_3__/* .EVERYTHING */ .Qz
            : (0,_route_match_js__WEBPACK_IMPORTED_MODULE_3__/* .routeMatch */ .nu)(match.fields, service.semantics, environment.features),
        action: (0,_route_action_js__WEBPACK_IMPORTED_MODULE_2__/* .routeAction */ .GY)(rule, environment, service.semantics),
        origins,
        certainty: 'certain',
        assumptions: []
    };
}
function nameOf(rule, match) {
    const name = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(rule.fields.name) ?? '';
    const inner = match === null ? undefined : (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(match.fields.name);
    return inner === undefined ? name : `${name}.${inner}`;
}


/***/ }),

/***/ 426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Om: () => (/* binding */ httpRules),
/* harmony export */   SN: () => (/* binding */ gatewayName),
/* harmony export */   gJ: () => (/* binding */ l4Rules)
/* harmony export */ });
/* harmony import */ var _mesh_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5000);
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);


/** Rules of one manifest as they stand, without its delegates. */
function httpRules(manifest, domain) {
    const namespace = manifest.ref.namespace;
    return (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(manifest.spec.http).map((rule, index) => {
        const path = ['spec', 'http', index];
        const fields = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(rule);
        return {
            fields: withFullNames(fields, namespace, domain),
            matches: matchesOf(fields.match, manifest, path),
            at: { manifest, path }
        };
    });
}
/** TCP or TLS rules of one manifest. */
function l4Rules(manifest, section, domain) {
    return (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(manifest.spec[section]).map((rule, index) => {
        const path = ['spec', section, index];
        const fields = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(rule);
        return {
            fields: withFullNames(fields, manifest.ref.namespace, domain),
            matches: matchesOf(fields.match, manifest, path),
            at: { manifest, path }
        };
    });
}
function matchesOf(value, manifest, rule) {
    const entries = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(value);
    if (entries.length === 0)
        return null;
    return entries.map((entry, index) => {
        const fields = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry);
        const gateways = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(fields.gateways);
        return {
            fields: gateways.length === 0
                ? fields
                : {
                    ...fields,
                    gateways: gateways.map(name => gatewayName(name, manifest.ref.namespace))
                },
            at: { manifest, path: [...rule, 'match', index] }
        };
    });
}
function withFullNames(fields, namespace, domain) {
    const destination = (value) => {
        const target = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(value);
        const host = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(target?.host);
        if (target === undefined || host === undefined)
            return value;
        const full = (0,_mesh_host_js__WEBPACK_IMPORTED_MODULE_1__/* .qualify */ .Ss)(host, namespace, domain);
        return full === host ? target : { ...target, host: full };
    };
    const inner = (value) => {
        if (!(0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value) || value.destination === undefined)
            return value;
        const changed = destination(value.destination);
        return changed === value.destination || changed === undefined
            ? value
            : { ...value, destination: changed };
    };
    const result = { ...fields };
    if (fields.route !== undefined)
        result.route = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(fields.route).map(inner);
    if (fields.mirrors !== undefined)
        result.mirrors = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(fields.mirrors).map(inner);
    const mirror = destination(fields.mirror);
    if (mirror !== undefined)
        result.mirror = mirror;
    return result;
}
/**
 * `mesh`, `namespace/name`, `./name`, `name` of the own namespace, or the old dotted form.
 * Source: pilot model/config.go resolveGatewayName.
 */
function gatewayName(name, namespace) {
    if (name === 'mesh')
        return name;
    if (name.includes('/')) {
        const [owner, rest] = [name.slice(0, name.indexOf('/')), name.slice(name.indexOf('/') + 1)];
        return owner === '.' ? `${namespace}/${rest}` : name;
    }
    if (!name.includes('.'))
        return `${namespace}/${name}`;
    const [first, second] = name.split('.');
    return `${second}/${first}`;
}


/***/ }),

/***/ 3489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ scope),
  u: () => (/* binding */ scopeReads)
});

// EXTERNAL MODULE: ./build/mesh/json.js
var json = __webpack_require__(9348);
// EXTERNAL MODULE: ./build/mesh/visibility.js
var visibility = __webpack_require__(722);
// EXTERNAL MODULE: ./build/mesh/host.js
var mesh_host = __webpack_require__(5000);
;// CONCATENATED MODULE: ./build/dataplane/egress-hosts.js

/** Source: pilot model/sidecar.go convertIstioListenerToWrapper, hostClassification. */
function egressHosts(entries, namespace, features) {
    const byNamespace = new Map();
    for (const entry of entries) {
        const parts = entry.split('/');
        const [prefix, host] = parts;
        if (parts.length !== 2 || prefix === undefined || host === undefined)
            continue;
        const excludes = prefix.startsWith('~') && features.has('sidecar-host-exclusion');
        let owner = excludes ? prefix.slice(1) : prefix;
        if (excludes && owner === '')
            owner = '*';
        if (owner === '.')
            owner = namespace;
        let names = byNamespace.get(owner);
        if (names === undefined) {
            names = { exact: new Set(), all: [], excluded: [] };
            byNamespace.set(owner, names);
        }
        if (excludes) {
            names.excluded.push(host);
            continue;
        }
        if (!(0,mesh_host/* isWildcard */.z2)(host))
            names.exact.add(host);
        names.all.push(host);
    }
    const anywhere = byNamespace.get('*');
    const everything = anywhere?.all.includes('*') === true &&
        [...byNamespace.values()].every(names => names.excluded.length === 0);
    const excluded = (owner, host) => [byNamespace.get(owner), anywhere].some(names => names?.excluded.some(pattern => (0,mesh_host/* isSubset */.HS)(host, pattern)));
    return {
        everything,
        importsService(owner, host) {
            if (everything)
                return true;
            if (excluded(owner, host))
                return false;
            return [byNamespace.get(owner), anywhere].some(names => names !== undefined && covers(names, host, mesh_host/* isSubset */.HS));
        },
        importsVirtualService(owner, hosts, exactly) {
            if (everything)
                return true;
            const test = exactly ? mesh_host/* isSubset */.HS : mesh_host/* overlaps */.$f;
            return [byNamespace.get(owner), anywhere].some(names => names !== undefined &&
                hosts.some(host => covers(names, host, test) && !excluded(owner, host)));
        }
    };
}
function covers(names, host, test) {
    if (names.exact.has(host))
        return true;
    const wild = (0,mesh_host/* isWildcard */.z2)(host);
    return names.all.some(pattern => (wild || (0,mesh_host/* isWildcard */.z2)(pattern)) && test(host, pattern));
}

;// CONCATENATED MODULE: ./build/dataplane/scope-services.js

/**
 * The services of one host that an egress listener of a namespace imports: of several namespaces with
 * the same host, the own one, else the one that Kubernetes knows, else the first.
 * Source: pilot model/sidecar.go selectServices.
 */
function importedServices(candidates, namespace, hosts, features) {
    const visible = candidates.filter(service => (0,visibility/* isVisible */.zN)(service.exportTo, namespace) &&
        hosts.importsService(service.namespace, service.host));
    if (visible.length < 2)
        return visible;
    const ordered = exportedFirst(visible);
    const chosen = chooseNamespace(ordered, namespace, features);
    return ordered.filter(service => service.namespace === chosen);
}
/** Services that name the namespace come before public ones. Source: push_context.go servicesExportedToNamespace. */
function exportedFirst(services) {
    return [
        ...services.filter(service => service.exportTo !== 'public'),
        ...services.filter(service => service.exportTo === 'public')
    ];
}
function chooseNamespace(services, namespace, features) {
    const unified = features.has('unified-sidecar-scope');
    let chosen;
    for (const service of services) {
        const candidate = {
            namespace: service.namespace,
            kubernetes: service.registry !== 'External'
        };
        if (chosen === undefined || candidate.namespace === namespace)
            chosen = candidate;
        else if (unified &&
            !chosen.kubernetes &&
            candidate.kubernetes &&
            chosen.namespace !== namespace) {
            chosen = candidate;
        }
    }
    return chosen?.namespace ?? '';
}
/** All services of a listener, exported ones first, by age. */
function allImported(registry, namespace, hosts, features) {
    const winners = new Map();
    const result = [];
    for (const service of exportedFirst(registry.all)) {
        let imported = winners.get(service.host);
        if (imported === undefined) {
            imported = importedServices(registry.byHost(service.host.toLowerCase()).filter(one => one.host === service.host), namespace, hosts, features);
            winners.set(service.host, imported);
        }
        if (imported.includes(service))
            result.push(service);
    }
    return result;
}
/**
 * One service out of several of one host, in order: Kubernetes before others; the ports of equal ones
 * of one namespace are joined. Source: pilot model/sidecar.go appendSidecarServices.
 */
function mergedService(services) {
    let merged;
    for (const service of services) {
        if (merged === undefined)
            merged = service;
        else if (isKubernetes(merged) !== isKubernetes(service)) {
            if (isKubernetes(service))
                merged = service;
        }
        else if (mergeable(merged, service)) {
            const known = new Set(merged.ports.map(port => port.number));
            const added = service.ports.filter(port => !known.has(port.number));
            if (added.length > 0)
                merged = { ...merged, ports: [...merged.ports, ...added] };
        }
    }
    return merged;
}
function isKubernetes(service) {
    return service.registry !== 'External';
}
function mergeable(a, b) {
    return (a.namespace === b.namespace &&
        a.resolution === b.resolution &&
        a.registry === b.registry &&
        sameMap(a.labels, b.labels) &&
        sameMap(a.selector ?? {}, b.selector ?? {}) &&
        sameVisibility(a, b));
}
function sameMap(a, b) {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every(key => a[key] === b[key]);
}
function sameVisibility(a, b) {
    if (typeof a.exportTo === 'string' || typeof b.exportTo === 'string') {
        return a.exportTo === b.exportTo;
    }
    const other = b.exportTo;
    return a.exportTo.size === other.size && [...a.exportTo].every(entry => other.has(entry));
}

;// CONCATENATED MODULE: ./build/dataplane/scope.js




const scopeReads = [
    ['Sidecar', 'spec.egress[].{hosts[],bind,captureMode}'],
    ['Sidecar', 'spec.egress[].port.{number,protocol,name}'],
    ['Sidecar', 'spec.outboundTrafficPolicy.{mode,egressProxy.{host,subset,port.number}}']
];
/** Source: pilot model/sidecar.go convertToSidecarScope, convertIstioListenerToWrapper. */
function scope(mesh, index, namespace, sidecar) {
    const entries = (0,json/* list */.p_)(sidecar?.spec.egress).map(entry => (0,json/* mapOrEmpty */.B4)(entry));
    const listeners = (entries.length === 0 ? [EVERYTHING] : entries).map(entry => egressListener(mesh, index, namespace, entry));
    const services = once(() => collect(mesh, namespace, listeners));
    return {
        namespace,
        sidecar,
        listeners,
        outbound: outboundPolicy(mesh, sidecar),
        service: host => services().get(host),
        get services() {
            return [...services().values()];
        }
    };
}
const EVERYTHING = { hosts: ['*/*'] };
function egressListener(mesh, index, namespace, entry) {
    const hosts = egressHosts((0,json/* texts */.Te)(entry.hosts), namespace, mesh.features);
    const port = (0,json/* map */.Tj)(entry.port);
    const portNumber = (0,json/* number */.ai)(port?.number) ?? 0;
    const protocol = (0,json/* text */.Qq)(port?.protocol) ?? '';
    const matchPort = portNumber !== 0 && protocol.toUpperCase() !== 'HTTP_PROXY';
    const limited = (service) => {
        if (!matchPort)
            return service;
        const ports = service.ports.filter(one => one.number === portNumber);
        if (ports.length === 0)
            return null;
        return service.ports.length === ports.length ? service : { ...service, ports };
    };
    const services = once(() => allImported(mesh.registry, namespace, hosts, mesh.features).flatMap(one => limited(one) ?? []));
    const virtualServices = once(() => importedVirtualServices(index, namespace, hosts));
    return {
        port: port === undefined ? null : { number: portNumber, protocol },
        bind: (0,json/* text */.Qq)(entry.bind) ?? '',
        captureMode: (0,json/* text */.Qq)(entry.captureMode) ?? 'DEFAULT',
        matchPort,
        get services() {
            return services();
        },
        wildcardHosts: mesh.registry.wildcards.map(service => service.host.toLowerCase()),
        servicesOf: host => importedServices(mesh.registry.byHost(host), namespace, hosts, mesh.features).flatMap(one => limited(one) ?? []),
        get virtualServices() {
            return virtualServices();
        }
    };
}
function importedVirtualServices(index, namespace, hosts) {
    const all = index.for(namespace, 'mesh');
    if (hosts.everything)
        return all;
    return all.filter(service => hosts.importsVirtualService(service.namespace, service.hosts, service.semantics === 'gateway-api'));
}
function outboundPolicy(mesh, sidecar) {
    const own = (0,json/* map */.Tj)(sidecar?.spec.outboundTrafficPolicy);
    const written = own === undefined ? mesh.config.outboundTrafficPolicy : (0,json/* text */.Qq)(own.mode);
    // A minor that does not know the mode allows nothing unknown.
    const dynamic = written === 'ALLOW_ANY_DYNAMIC_DNS' && mesh.features.has('dynamic-dns-outbound');
    const mode = dynamic || written === 'ALLOW_ANY' ? written : 'REGISTRY_ONLY';
    if (own === undefined)
        return { mode, egressProxy: null };
    return {
        mode,
        egressProxy: (0,json/* map */.Tj)(own.egressProxy) ?? null
    };
}
/** Services of all listeners, and the destinations of their VirtualServices. Source: sidecar.go collectImportedServices. */
function collect(mesh, namespace, listeners) {
    const merged = new Map();
    const append = (service) => {
        const known = merged.get(service.host);
        const next = mergedService(known === undefined ? [service] : [known, service]);
        if (next !== undefined)
            merged.set(service.host, next);
    };
    for (const listener of listeners) {
        for (const service of listener.services)
            append(service);
        for (const service of listener.virtualServices) {
            for (const [host, ports] of destinations(service, namespace)) {
                const target = destinationService(mesh, namespace, host);
                const limited = target === undefined ? null : withPorts(target, ports, listener);
                if (limited !== null)
                    append(limited);
            }
        }
    }
    return merged;
}
function destinationService(mesh, namespace, host) {
    const candidates = byNamespace(mesh.registry.byHost(host.toLowerCase()), host);
    const own = candidates.get(namespace);
    if (own !== undefined)
        return own;
    const visible = [...candidates.values()].filter(one => (0,visibility/* isVisible */.zN)(one.exportTo, namespace));
    if (!mesh.features.has('best-service-namespace')) {
        return visible.sort((a, b) => (a.namespace < b.namespace ? -1 : 1))[0];
    }
    return (visible.find(one => one.registry !== 'External') ??
        visible.reduce((best, one) => (best === undefined || (one.created ?? 0) < (best.created ?? 0) ? one : best), undefined));
}
/** One service per namespace: the first, but Kubernetes before others. Source: push_context.go initServiceRegistry. */
function byNamespace(services, host) {
    const result = new Map();
    for (const service of services) {
        if (service.host !== host)
            continue;
        const known = result.get(service.namespace);
        if (known === undefined || (known.registry === 'External' && service.registry !== 'External')) {
            result.set(service.namespace, service);
        }
    }
    return result;
}
function withPorts(service, ports, listener) {
    const wanted = listener.matchPort ? new Set([listener.port?.number ?? 0]) : ports;
    if (!listener.matchPort && (ports.size === 0 || ports.has(0)))
        return service;
    const kept = service.ports.filter(port => wanted.has(port.number));
    if (kept.length === 0)
        return null;
    return kept.length === service.ports.length ? service : { ...service, ports: kept };
}
/**
 * Hosts and ports (0: none given) that rules name; an HTTP rule counts unless all its source namespaces
 * are others. Source: push_context.go virtualServiceDestinationsFilteredBySourceNamespace.
 */
function destinations(service, namespace) {
    const result = new Map();
    const add = (value) => {
        const target = (0,json/* map */.Tj)(value);
        const host = (0,json/* text */.Qq)(target?.host);
        if (target === undefined || host === undefined || host === '')
            return;
        const ports = result.get(host) ?? new Set();
        ports.add((0,json/* number */.ai)((0,json/* mapOrEmpty */.B4)(target.port).number) ?? 0);
        result.set(host, ports);
    };
    const namesOther = (rule) => {
        const named = (rule.matches ?? []).flatMap(match => (0,json/* filled */.Bq)(match.fields.sourceNamespace) ?? []);
        return named.length > 0 && !named.includes(namespace);
    };
    const http = service.http.filter(rule => !namesOther(rule));
    for (const rule of [...http, ...service.tcp, ...service.tls]) {
        for (const route of (0,json/* list */.p_)(rule.fields.route))
            add((0,json/* mapOrEmpty */.B4)(route).destination);
        add(rule.fields.mirror);
        for (const mirror of (0,json/* list */.p_)(rule.fields.mirrors))
            add((0,json/* mapOrEmpty */.B4)(mirror).destination);
    }
    return result;
}
function once(compute) {
    let box;
    return () => {
        box ??= { value: compute() };
        return box.value;
    };
}


/***/ }),

/***/ 8440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ fault),
/* harmony export */   S4: () => (/* binding */ settingReads),
/* harmony export */   W6: () => (/* binding */ cors),
/* harmony export */   aW: () => (/* binding */ millionths),
/* harmony export */   xV: () => (/* binding */ hashPolicy)
/* harmony export */ });
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);
/* harmony import */ var _route_match_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7012);


const settingReads = [
    ['VirtualService', 'spec.http[].timeout'],
    ['VirtualService', 'spec.http[].fault.delay.{percentage.value,percent,fixedDelay}'],
    ['VirtualService', 'spec.http[].fault.abort.{percentage.value,httpStatus,grpcStatus}'],
    [
        'VirtualService',
        'spec.http[].corsPolicy.{allowOrigins[].{exact,prefix,regex},allowOrigin[],allowMethods[],allowHeaders[],exposeHeaders[],maxAge,allowCredentials,unmatchedPreflights}'
    ]
];
/**
 * A fault that hits no request is none: percentages default to zero. Source: route.go TranslateFault.
 */
function fault(value) {
    const fields = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(value);
    if (fields === undefined)
        return undefined;
    const delay = delayOf((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(fields.delay));
    const abort = abortOf((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(fields.abort));
    if (delay === undefined && abort === undefined)
        return undefined;
    return {
        ...(delay === undefined ? {} : { delay }),
        ...(abort === undefined ? {} : { abort })
    };
}
function delayOf(fields) {
    const milliseconds = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(fields?.fixedDelay);
    if (fields === undefined || milliseconds === undefined)
        return undefined;
    const percent = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(fields.percentage)
        ? millionths(fields.percentage.value)
        : ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(fields.percent) ?? 0);
    return percent <= 0 || milliseconds <= 0 ? undefined : { percent, milliseconds };
}
function abortOf(fields) {
    if (fields === undefined)
        return undefined;
    const percent = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(fields.percentage) ? millionths(fields.percentage.value) : 0;
    const httpStatus = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(fields.httpStatus);
    const grpcStatus = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(fields.grpcStatus);
    if (percent <= 0 || (httpStatus === undefined && grpcStatus === undefined))
        return undefined;
    return {
        percent,
        ...(httpStatus === undefined ? {} : { httpStatus }),
        ...(grpcStatus === undefined ? {} : { grpcStatus })
    };
}
/** Percentages are cut to whole millionths. Source: route.go translatePercentToFractionalPercent. */
function millionths(value) {
    return Math.trunc(((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(value) ?? 0) * 10_000) / 10_000;
}
/** Source: route.go TranslateCORSPolicy. */
function cors(value, features) {
    const fields = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(value);
    if (fields === undefined)
        return undefined;
    const origins = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(fields.allowOrigins);
    const maxAge = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(fields.maxAge);
    const ignore = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields.unmatchedPreflights) === 'IGNORE' && features.has('unmatched-preflights');
    return {
        allowOrigins: origins.length > 0
            ? origins.map(_route_match_js__WEBPACK_IMPORTED_MODULE_1__/* .stringMatch */ .Hh)
            : (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(fields.allowOrigin).map(origin => ({ kind: 'exact', value: origin })),
        ...texted('allowMethods', fields),
        ...texted('allowHeaders', fields),
        ...texted('exposeHeaders', fields),
        ...(maxAge === undefined ? {} : { maxAge: Math.trunc(maxAge / 1000) }),
        ...(typeof fields.allowCredentials === 'boolean'
            ? { allowCredentials: fields.allowCredentials }
            : {}),
        ...(ignore ? { unmatchedPreflights: 'IGNORE' } : {})
    };
}
function texted(field, fields) {
    const values = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(fields[field]);
    return values.length === 0 ? {} : { [field]: values };
}
/** How a hash key is taken from a request; `undefined`: no hashing. Source: route.go ConsistentHashToHashPolicy. */
function hashPolicy(value) {
    if (value === undefined)
        return undefined;
    const header = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(value.httpHeaderName);
    if (header !== undefined)
        return { header: header.toLowerCase() };
    const cookie = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(value.httpCookie);
    if (cookie !== undefined) {
        const ttl = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(cookie.ttl);
        const path = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(cookie.path);
        const attributes = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(cookie.attributes).map(entry => ({
            name: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry).name) ?? '',
            value: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry).value) ?? ''
        }));
        return {
            cookie: {
                name: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(cookie.name) ?? '',
                ...(ttl === undefined ? {} : { ttl }),
                ...(path === undefined ? {} : { path }),
                ...(attributes.length === 0 ? {} : { attributes })
            }
        };
    }
    if (typeof value.useSourceIp === 'boolean')
        return { sourceIp: value.useSourceIp };
    const query = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(value.httpQueryParameterName);
    return query === undefined ? undefined : { queryParameter: query };
}


/***/ }),

/***/ 570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tt: () => (/* binding */ sidecarReads),
/* harmony export */   ys: () => (/* binding */ sidecarIndex)
/* harmony export */ });
/* unused harmony export selectorOf */
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);
/* harmony import */ var _mesh_selector_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9999);


const sidecarReads = [['Sidecar', 'spec.workloadSelector.labels.*']];
/**
 * Of the own namespace the oldest whose labels fit, else the oldest without selector, else the oldest
 * without selector of the root namespace. Source: pilot model/push_context.go doGetSidecarScope.
 */
function sidecarIndex(mesh) {
    const selecting = new Map();
    const whole = new Map();
    for (const manifest of mesh.of('Sidecar')) {
        const { namespace } = manifest.ref;
        if ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(manifest.spec.workloadSelector) !== undefined) {
            const known = selecting.get(namespace);
            if (known === undefined)
                selecting.set(namespace, [manifest]);
            else
                known.push(manifest);
        }
        else if (!whole.has(namespace))
            whole.set(namespace, manifest);
    }
    return {
        for(namespace, labels) {
            const found = selecting
                .get(namespace)
                ?.find(manifest => (0,_mesh_selector_js__WEBPACK_IMPORTED_MODULE_1__/* .selects */ .ko)(selectorOf(manifest.spec), labels));
            return found ?? whole.get(namespace) ?? whole.get(mesh.config.rootNamespace) ?? null;
        },
        selecting: namespace => selecting.get(namespace) ?? []
    };
}
function selectorOf(spec) {
    return (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(spec.workloadSelector).labels);
}


/***/ }),

/***/ 9897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F5: () => (/* binding */ l4Chains),
/* harmony export */   Ur: () => (/* binding */ l4Destinations),
/* harmony export */   fe: () => (/* binding */ chainMatch),
/* harmony export */   tc: () => (/* binding */ tcpReads)
/* harmony export */ });
/* unused harmony export l4Applies */
/* harmony import */ var _mesh_host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5000);
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);
/* harmony import */ var _mesh_protocol_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8613);
/* harmony import */ var _mesh_selector_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9999);
/* harmony import */ var _mesh_service_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4615);
/* harmony import */ var _domains_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7792);
/* harmony import */ var _route_action_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1963);
/* harmony import */ var _tcp_hash_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(551);








const tcpReads = [
    ['VirtualService', 'spec.tcp[].match[].{destinationSubnets[],port,gateways[]}'],
    ['VirtualService', 'spec.tcp[].match[].{sourceLabels.*,sourceNamespace}'],
    ['VirtualService', 'spec.tcp[].route[].{weight,destination.{host,subset,port.number}}'],
    ['VirtualService', 'spec.tls[].match[].{sniHosts[],destinationSubnets[],port,gateways[]}'],
    ['VirtualService', 'spec.tls[].match[].{sourceLabels.*,sourceNamespace}'],
    ['VirtualService', 'spec.tls[].route[].{weight,destination.{host,subset,port.number}}']
];
/** Chains of a TCP, TLS or sniffed service port. Source: pilot networking/core/listener.go buildSidecarOutboundTCPListenerOpts. */
function l4Chains(compilation, client, target) {
    const naming = target.virtualServices.filter(service => service.hosts.some(host => (0,_mesh_host_js__WEBPACK_IMPORTED_MODULE_6__/* .overlaps */ .$f)(host, target.service.host)));
    return (0,_mesh_protocol_js__WEBPACK_IMPORTED_MODULE_1__/* .isTls */ .yj)(target.port.protocol)
        ? tlsChains(compilation, client, target, naming)
        : tcpChains(compilation, client, target, naming);
}
/**
 * A rule without match, or a match without subnets, ends the search; rules with subnets add a chain each.
 * Source: pilot networking/core/tls.go buildSidecarOutboundTCPFilterChainOpts.
 */
function tcpChains(compilation, client, target, naming) {
    const chains = [];
    for (const rule of naming.flatMap(service => service.tcp)) {
        if ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(rule.fields.route).length === 0)
            continue;
        if (rule.matches === null) {
            chains.push(routed(compilation, client, target, rule, target.blocks, rule.at));
            return chains;
        }
        const subnets = [];
        for (const match of rule.matches) {
            if (!l4Applies(match, client, target.port.number))
                continue;
            const blocks = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(match.fields.destinationSubnets);
            if (blocks.length === 0) {
                chains.push(routed(compilation, client, target, rule, target.blocks, match.at));
                return chains;
            }
            subnets.push(...blocks);
        }
        if (subnets.length > 0) {
            chains.push(routed(compilation, client, target, rule, subnets, rule.at));
            if (sameSet(subnets, target.blocks))
                return chains;
        }
    }
    chains.push(unrouted(compilation, client, target, undefined));
    return chains;
}
/**
 * One chain per match; the first of equal server names and subnets wins. Subnets of a match stay in force
 * for the matches behind it. Without any chain the service is reached by its own name, or by any where its
 * listener has its own address. Source: tls.go buildSidecarOutboundTLSFilterChainOpts.
 */
function tlsChains(compilation, client, target, naming) {
    const chains = [];
    const seen = new Set();
    let { blocks } = target;
    for (const rule of naming.flatMap(service => service.tls)) {
        if ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(rule.fields.route).length === 0)
            continue;
        for (const match of rule.matches ?? []) {
            if (!l4Applies(match, client, target.port.number))
                continue;
            const subnets = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(match.fields.destinationSubnets);
            if (subnets.length > 0)
                blocks = subnets;
            const names = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(match.fields.sniHosts);
            const key = `${names.join(',')}|${subnets.join(',')}`;
            if (seen.has(key))
                continue;
            seen.add(key);
            chains.push(routed(compilation, client, target, rule, blocks, match.at, names));
        }
    }
    if (chains.length > 0)
        return chains;
    return [
        unrouted(compilation, client, { ...target, blocks }, ownNames(compilation, client, target))
    ];
}
/** Server names of a service whose listener it shares with others. */
function ownNames(compilation, client, { service, bind, blocks }) {
    const address = (0,_mesh_service_js__WEBPACK_IMPORTED_MODULE_7__/* .addressOf */ .ci)(service);
    const shared = blocks.length > 0 ||
        address.includes('/') ||
        (address === _mesh_service_js__WEBPACK_IMPORTED_MODULE_7__/* .UNSPECIFIED */ .Ah && bind === _mesh_service_js__WEBPACK_IMPORTED_MODULE_7__/* .UNSPECIFIED */ .Ah) ||
        ((0,_mesh_host_js__WEBPACK_IMPORTED_MODULE_6__/* .isWildcard */ .z2)(service.host) && service.resolution === 'dynamic-dns');
    if (!shared)
        return undefined;
    const { mesh } = compilation;
    const names = [service.host];
    if (!mesh.features.has('external-name-alias'))
        return names;
    for (const { host } of mesh.registry.aliasesOf(service.host)) {
        names.push(host, ...(0,_domains_js__WEBPACK_IMPORTED_MODULE_3__/* .alternateNames */ .Vr)(host, client.namespace, mesh));
    }
    return names;
}
/** Unlike in HTTP, gateways, labels and namespace all count. Source: tls.go matchTCP, matchTLS. */
function l4Applies({ fields }, client, port, gateway = 'mesh') {
    const gateways = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(fields.gateways);
    if (gateways.length > 0 && !gateways.includes(gateway))
        return false;
    if (!(0,_mesh_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .selects */ .ko)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)(fields.sourceLabels), client.labels))
        return false;
    const wanted = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(fields.port) ?? 0;
    if (wanted !== 0 && wanted !== port)
        return false;
    const namespace = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(fields.sourceNamespace);
    return namespace === undefined || namespace === client.namespace;
}
/** Destinations of a TCP or TLS rule; those of weight 0 are left out of several. Source: networkfilter.go. */
function l4Destinations(client, rule, port) {
    const routes = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(rule.fields.route);
    const only = routes.length === 1;
    return routes.flatMap((entry, index) => {
        const route = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry);
        const weight = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(route.weight) ?? 0;
        if (!only && weight <= 0)
            return [];
        const at = { manifest: rule.at.manifest, path: [...rule.at.path, 'route', index] };
        const lookup = { service: (host) => client.scope.service(host), port };
        return {
            ...(0,_route_action_js__WEBPACK_IMPORTED_MODULE_4__/* .destinationCluster */ .nq)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(route.destination), lookup, at),
            weight: only ? 1 : weight
        };
    });
}
function routed(compilation, client, target, rule, blocks, at, names) {
    const destinations = l4Destinations(client, rule, target.port.number);
    const [first] = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(rule.fields.route);
    const destination = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(first).destination);
    const service = client.scope.service((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(destination.host) ?? '');
    const subset = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(rule.fields.route).length === 1 ? ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(destination.subset) ?? '') : '';
    return {
        name: '',
        match: chainMatch(names, blocks),
        tcp: destinations,
        ...hashing(compilation, client, service, subset),
        origins: [at],
        certainty: 'certain',
        assumptions: []
    };
}
function unrouted(compilation, client, { service, port, blocks }, names) {
    const number = service.ports.length === 1 ? (service.ports[0]?.number ?? port.number) : port.number;
    const at = service.manifest === null ? null : { manifest: service.manifest, path: port.path };
    const assumptions = service.assumptions;
    return {
        name: '',
        match: chainMatch(names, blocks),
        tcp: [
            {
                cluster: `outbound|${number}||${service.host}`,
                host: service.host,
                subset: '',
                port: number,
                weight: 1,
                at
            }
        ],
        ...hashing(compilation, client, service, ''),
        origins: at === null ? [] : [at],
        certainty: assumptions.length === 0 ? 'certain' : 'assumed',
        assumptions
    };
}
function hashing(compilation, client, service, subset) {
    if (service === undefined)
        return {};
    const rule = compilation.destinationRule(client.namespace, client.labels, service);
    return (0,_tcp_hash_js__WEBPACK_IMPORTED_MODULE_5__/* .hashesSource */ .y)(rule, subset) ? { hashSourceIp: true } : {};
}
/** A server name `*` asks for nothing. Source: listener.go toFilterChainMatch. */
function chainMatch(names, blocks) {
    const sni = names === undefined || names.length === 0 || names.includes('*') ? undefined : names;
    const destinations = blocks.filter(block => !block.startsWith(_mesh_service_js__WEBPACK_IMPORTED_MODULE_7__/* .UNSPECIFIED */ .Ah));
    return {
        ...(sni === undefined ? {} : { sni: [...sni].sort() }),
        ...(destinations.length === 0 ? {} : { destinations: [...destinations].sort() })
    };
}
function sameSet(a, b) {
    return a.length === b.length && [...a].sort().join() === [...b].sort().join();
}


/***/ }),

/***/ 551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ hashesSource)
/* harmony export */ });
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);

/**
 * TCP connections are hashed by their source address alone, and only where the top level or the subset
 * says so; port entries do not count. Source: pilot networking/core/networkfilter.go maybeSetHashPolicy.
 */
function hashesSource(rule, subset) {
    if (rule === undefined)
        return false;
    const own = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(rule.subsets.get(subset)?.trafficPolicy ?? undefined).loadBalancer);
    const balancer = own ?? (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(rule.trafficPolicy?.fields.loadBalancer);
    return (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(balancer?.consistentHash).useSourceIp === true;
}


/***/ }),

/***/ 703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ traceStep)
/* harmony export */ });
/** A step with the line of what decided it. */
function traceStep(layer, text, at) {
    if (at === undefined)
        return { layer, text };
    const range = at.manifest.locate(at.path, at.part);
    return { layer, text, file: range.file, line: range.start.line };
}


/***/ }),

/***/ 7899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ effectivePolicy),
/* harmony export */   uK: () => (/* binding */ tlsModeOf)
/* harmony export */ });
/* unused harmony exports portEntry, endpointTlsMode */
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);

const BLOCKS = ['connectionPool', 'outlierDetection', 'loadBalancer', 'tls'];
const WHOLE_BLOCKS = ['tunnel', 'proxyProtocol', 'retryBudget'];
/**
 * Mesh default, DestinationRule, subset. A port entry replaces its level whole: blocks that it leaves out
 * are at their defaults. Source: pilot networking/util/util.go GetPortLevelTrafficPolicy,
 * MergeSubsetTrafficPolicy; core/cluster_traffic_policy.go applyDefaultTrafficPolicy.
 */
function effectivePolicy(rule, subset, port, mesh) {
    const own = ofLevel(rule?.trafficPolicy?.fields, port).policy;
    const base = withMeshDefault(own, mesh);
    const inner = rule?.subsets.get(subset)?.trafficPolicy;
    if (subset === '' || inner === undefined || inner === null)
        return base;
    const { policy, replaces } = ofLevel(inner, port);
    const merged = {};
    for (const block of BLOCKS) {
        const value = policy[block] ?? (replaces ? undefined : base[block]);
        if (value !== undefined)
            merged[block] = value;
    }
    for (const block of WHOLE_BLOCKS) {
        const value = policy[block] ?? base[block];
        if (value !== undefined)
            merged[block] = value;
    }
    return merged;
}
function ofLevel(fields, port) {
    if (fields === undefined)
        return { policy: {}, replaces: false };
    const entry = portEntry(fields, port);
    return entry === undefined
        ? { policy: blocks(fields, [...BLOCKS, ...WHOLE_BLOCKS]), replaces: false }
        : { policy: blocks(entry, BLOCKS), replaces: true };
}
/** The first entry of a port. */
function portEntry(fields, port) {
    return (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(fields.portLevelSettings)
        .map(entry => (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry))
        .find(entry => (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry.port).number) === port);
}
function blocks(fields, names) {
    const result = {};
    for (const name of names) {
        const value = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(fields[name]);
        if (value !== undefined)
            result[name] = value;
    }
    return result;
}
/** Pool and outlier detection of the mesh stand where the rule has none (1.31). */
function withMeshDefault(policy, { config, features }) {
    const fallback = config.defaultTrafficPolicy;
    if (fallback === null || !features.has('default-traffic-policy'))
        return policy;
    const connectionPool = policy.connectionPool ?? (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(fallback.connectionPool);
    const outlierDetection = policy.outlierDetection ?? (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(fallback.outlierDetection);
    return {
        ...policy,
        ...(connectionPool === undefined ? {} : { connectionPool }),
        ...(outlierDetection === undefined ? {} : { outlierDetection })
    };
}
/** A tls block without a mode is DISABLE: proto3's zero. */
function tlsModeOf(tls) {
    return tls === undefined ? undefined : ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(tls.mode) ?? 'DISABLE');
}
/**
 * The tls mode by which endpoints are marked: unlike in the cluster, a port entry without tls leaves the
 * top level in force, and (since 1.31) a subset falls back to its rule.
 * Source: pilot xds/endpoints/mtls_checker.go tlsModeForDestinationRule.
 */
function endpointTlsMode(rule, subset, port, features) {
    if (rule === undefined)
        return undefined;
    const top = levelTlsMode(rule.trafficPolicy?.fields, port);
    if (subset === '')
        return top;
    const found = rule.subsets.get(subset);
    if (found === undefined)
        return undefined;
    const own = levelTlsMode(found.trafficPolicy ?? undefined, port);
    return own ?? (features.has('subset-tls-fallback') ? top : undefined);
}
function levelTlsMode(fields, port) {
    if (fields === undefined)
        return undefined;
    const entry = list(fields.portLevelSettings)
        .map(value => mapOrEmpty(value))
        .find(value => number(mapOrEmpty(value.port).number) === port && map(value.tls) !== undefined);
    return tlsModeOf(map(entry?.tls)) ?? tlsModeOf(map(fields.tls));
}


/***/ }),

/***/ 5323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ upstreamPolicy),
/* harmony export */   P: () => (/* binding */ upstreamPolicyReads)
/* harmony export */ });
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);
/* harmony import */ var _mesh_protocol_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8613);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8440);



const upstreamPolicyReads = [
    [
        'DestinationRule',
        POLICY('connectionPool.tcp.{maxConnections,connectTimeout,maxConnectionDuration,idleTimeout,tcpKeepalive.{probes,time,interval}}')
    ],
    [
        'DestinationRule',
        POLICY('connectionPool.http.{http1MaxPendingRequests,http2MaxRequests,maxRequestsPerConnection,maxRetries,idleTimeout,h2UpgradePolicy,useClientProtocol,maxConcurrentStreams,http2KeepAlive.{interval,timeout}}')
    ],
    [
        'DestinationRule',
        POLICY('outlierDetection.{consecutive5xxErrors,consecutiveGatewayErrors,consecutiveLocalOriginFailures,splitExternalLocalOriginErrors,interval,baseEjectionTime,maxEjectionPercent,minHealthPercent}')
    ],
    [
        'DestinationRule',
        POLICY('loadBalancer.{simple,warmupDurationSecs,warmup.{duration,minimumPercent,aggression}}')
    ],
    [
        'DestinationRule',
        POLICY('loadBalancer.consistentHash.{httpHeaderName,httpCookie.{name,path,ttl,attributes[].{name,value}},useSourceIp,httpQueryParameterName,minimumRingSize,ringHash.minimumRingSize,maglev.tableSize}')
    ],
    [
        'DestinationRule',
        POLICY('loadBalancer.localityLbSetting.{enabled,failoverPriority[],failover[].{from,to},distribute[].{from,to.*}}')
    ],
    [
        'DestinationRule',
        'spec.{trafficPolicy,subsets[].trafficPolicy}.{proxyProtocol.version,tunnel.{protocol,targetHost,targetPort},retryBudget.{percent.value,percent,minRetryConcurrency,budgetInterval}}'
    ],
    [
        'DestinationRule',
        'spec.{trafficPolicy,subsets[].trafficPolicy}.portLevelSettings[].port.number'
    ]
];
function POLICY(block) {
    return `spec.{trafficPolicy,subsets[].trafficPolicy}.{${block},portLevelSettings[].${block}}`;
}
/**
 * A cluster's policy with Istio's defaults filled in and everything that means nothing left out, so that
 * equal behaviour is equal JSON. Durations are milliseconds.
 * Source: pilot networking/core/cluster_traffic_policy.go.
 */
function upstreamPolicy(policy, protocol, config) {
    const outlierDetection = outlier(policy.outlierDetection);
    return withoutEmpty({
        loadBalancer: loadBalancer(policy.loadBalancer),
        connectionPool: connectionPool(policy.connectionPool ?? {}, protocol, config),
        outlierDetection,
        locality: locality(policy.loadBalancer, config, outlierDetection !== undefined),
        proxyProtocol: policy.proxyProtocol === undefined
            ? undefined
            : { version: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(policy.proxyProtocol.version) ?? 'V1' },
        tunnel: policy.tunnel === undefined ? undefined : { ...policy.tunnel },
        retryBudget: retryBudget(policy.retryBudget)
    });
}
function withoutEmpty(parts) {
    const result = { loadBalancer: parts.loadBalancer ?? {} };
    for (const [name, part] of Object.entries(parts)) {
        if (part !== undefined && Object.keys(part).length > 0)
            result[name] = part;
    }
    return result; // the members are those of UpstreamPolicy, by the parameter's type
}
function put(into, name, value) {
    if (value !== undefined)
        into[name] = value;
}
function positive(value) {
    return typeof value === 'number' && value > 0 ? value : undefined;
}
function connectionPool(pool, protocol, config) {
    const tcp = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(pool.tcp);
    const http = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(pool.http);
    const result = {};
    put(result, 'maxConnections', positive(tcp.maxConnections));
    put(result, 'connectTimeout', (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(tcp.connectTimeout) ?? (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(config.raw.connectTimeout));
    put(result, 'maxConnectionDuration', (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(tcp.maxConnectionDuration));
    put(result, 'idleTimeout', (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(http.idleTimeout) ?? (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(tcp.idleTimeout));
    const keepalive = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(tcp.tcpKeepalive);
    if (keepalive !== undefined) {
        const { probes, time, interval } = keepalive;
        const alive = {};
        put(alive, 'probes', (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(probes));
        put(alive, 'time', (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(time));
        put(alive, 'interval', (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(interval));
        result.tcpKeepalive = alive;
    }
    put(result, 'maxPendingRequests', positive(http.http1MaxPendingRequests));
    put(result, 'maxRequests', positive(http.http2MaxRequests));
    put(result, 'maxRetries', positive(http.maxRetries));
    put(result, 'maxRequestsPerConnection', positive(http.maxRequestsPerConnection));
    const http2 = isHttp2(http, protocol, config);
    if (http2 && protocol === 'HTTP')
        result.upgradeToHttp2 = true;
    if (!http2 && protocol !== 'HTTP' && (0,_mesh_protocol_js__WEBPACK_IMPORTED_MODULE_1__/* .isHttp */ .Zc)(protocol))
        result.http2 = false;
    if (http2) {
        put(result, 'maxConcurrentStreams', positive(http.maxConcurrentStreams));
        const alive = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(http.http2KeepAlive);
        if (alive !== undefined)
            result.http2KeepAlive = { ...alive };
    }
    if ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(http.useClientProtocol) === true)
        result.useClientProtocol = true;
    return result;
}
/** Source: cluster_traffic_policy.go shouldH2Upgrade, cluster_builder.go setUpstreamProtocol. */
function isHttp2(http, protocol, config) {
    if (protocol === 'HTTP2' || protocol === 'GRPC' || protocol === 'GRPC-Web')
        return true;
    if ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(http.useClientProtocol) === true)
        return false;
    const own = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(http.h2UpgradePolicy);
    if (own === 'UPGRADE')
        return true;
    if (own === 'DO_NOT_UPGRADE' || !(0,_mesh_protocol_js__WEBPACK_IMPORTED_MODULE_1__/* .isHttp */ .Zc)(protocol))
        return false;
    return (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(config.raw.h2UpgradePolicy) === 'UPGRADE';
}
function outlier(fields) {
    if (fields === undefined)
        return undefined;
    const result = { minHealthPercent: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(fields.minHealthPercent) ?? 0 };
    put(result, 'consecutive5xxErrors', (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(fields.consecutive5xxErrors));
    put(result, 'consecutiveGatewayErrors', (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(fields.consecutiveGatewayErrors));
    put(result, 'interval', (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(fields.interval));
    put(result, 'baseEjectionTime', (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(fields.baseEjectionTime));
    put(result, 'maxEjectionPercent', positive(fields.maxEjectionPercent));
    if ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(fields.splitExternalLocalOriginErrors) === true) {
        result.splitExternalLocalOriginErrors = true;
        put(result, 'consecutiveLocalOriginFailures', positive(fields.consecutiveLocalOriginFailures));
    }
    return result;
}
function loadBalancer(fields) {
    const simple = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields?.simple);
    const hash = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(fields?.consistentHash);
    if (hash !== undefined)
        return consistentHash(hash);
    const result = { policy: simpleName(simple) };
    if (fields === undefined || result.policy === 'RANDOM' || result.policy === 'PASSTHROUGH') {
        return result;
    }
    const warmup = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(fields.warmup);
    if (warmup !== undefined) {
        result.warmup = {
            duration: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(warmup.duration),
            aggression: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(warmup.aggression) ?? 1,
            minimumPercent: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(warmup.minimumPercent) ?? 10
        };
    }
    else
        put(result, 'warmup', (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(fields.warmupDurationSecs));
    return result;
}
function simpleName(simple) {
    if (simple === 'ROUND_ROBIN' || simple === 'RANDOM' || simple === 'PASSTHROUGH')
        return simple;
    return 'LEAST_REQUEST';
}
function consistentHash(hash) {
    const maglev = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(hash.maglev);
    const ring = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(hash.ringHash);
    const result = { policy: maglev === undefined ? 'RING_HASH' : 'MAGLEV' };
    put(result, 'key', (0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .hashPolicy */ .xV)(hash));
    if (maglev !== undefined)
        put(result, 'tableSize', positive(maglev.tableSize));
    else if (ring !== undefined)
        put(result, 'minimumRingSize', positive(ring.minimumRingSize));
    else
        result.minimumRingSize = positive(hash.minimumRingSize) ?? 1024;
    return result;
}
/** Failover between localities needs outlier detection; distribution does not. */
function locality(balancer, config, ejects) {
    const setting = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(balancer?.localityLbSetting) ?? (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(config.raw.localityLbSetting);
    if ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(setting?.enabled) === false)
        return { enabled: false };
    const distribute = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(setting?.distribute);
    if (distribute.length > 0)
        return { distribute };
    if (!ejects)
        return undefined;
    const result = { failover: true };
    const order = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(setting?.failoverPriority);
    if (order.length > 0)
        result.failoverPriority = order;
    const rules = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(setting?.failover);
    if (rules.length > 0)
        result.rules = rules;
    return result;
}
function retryBudget(fields) {
    if (fields === undefined)
        return undefined;
    const percent = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(fields.percent).value) ?? (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(fields.percent);
    const interval = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(fields.budgetInterval);
    return {
        percent: percent ?? 20,
        minRetryConcurrency: positive(fields.minRetryConcurrency) ?? 3,
        ...(interval === undefined ? {} : { interval })
    };
}


/***/ }),

/***/ 1400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ upstreamTlsReads),
/* harmony export */   t: () => (/* binding */ upstreamTls)
/* harmony export */ });
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);
/* harmony import */ var _traffic_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7899);


const upstreamTlsReads = [
    [
        'DestinationRule',
        'spec.{trafficPolicy,subsets[].trafficPolicy}.{tls,portLevelSettings[].tls}.{mode,clientCertificate,privateKey,caCertificates,credentialName,subjectAltNames[],sni,insecureSkipVerify,caCrl}'
    ]
];
/** Source: pilot networking/core/cluster_tls.go buildUpstreamTLSSettings, buildUpstreamClusterTLSContext. */
function upstreamTls(context) {
    const { tls, service, sni, serverMode } = context;
    const mode = (0,_traffic_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .tlsModeOf */ .uK)(tls);
    if (tls === undefined || mode === undefined) {
        const plain = service.meshExternal || !context.autoMtls || serverMode === null;
        if (plain || serverMode === 'DISABLE')
            return { mode: 'plaintext' };
        return { mode: context.originalDst ? 'ISTIO_MUTUAL' : 'auto-mtls', sni };
    }
    switch (mode) {
        case 'ISTIO_MUTUAL': {
            const names = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(tls.subjectAltNames);
            return {
                mode,
                sni: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(tls.sni) ?? sni,
                ...(names.length === 0 ? {} : { settings: { subjectAltNames: names } })
            };
        }
        case 'SIMPLE':
        case 'MUTUAL': {
            // A sidecar may not read secrets for everybody: without a selector the whole block is dropped.
            const credential = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(tls.credentialName);
            const guarded = credential !== undefined && !credential.startsWith('configmap://');
            if (guarded && context.isSidecar && !context.selecting)
                return { mode: 'plaintext' };
            const incomplete = mode === 'MUTUAL' &&
                credential === undefined &&
                ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(tls.clientCertificate) === undefined || (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(tls.privateKey) === undefined);
            if (incomplete)
                return { mode: 'plaintext' };
            return { mode, ...serverName(tls), settings: settingsOf(tls) };
        }
        default:
            return { mode: 'plaintext' };
    }
}
function serverName(tls) {
    const sni = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(tls.sni);
    return sni === undefined ? {} : { sni };
}
function settingsOf(tls) {
    const settings = {};
    for (const field of FIELDS) {
        const value = tls[field];
        if (value !== undefined && value !== null && value !== '' && value !== false) {
            settings[field] = value;
        }
    }
    return settings;
}
const FIELDS = [
    'clientCertificate',
    'privateKey',
    'caCertificates',
    'credentialName',
    'subjectAltNames',
    'insecureSkipVerify',
    'caCrl'
];


/***/ }),

/***/ 6080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ virtualServices),
/* harmony export */   a: () => (/* binding */ virtualServiceReads)
/* harmony export */ });
/* harmony import */ var _mesh_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5000);
/* harmony import */ var _mesh_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);
/* harmony import */ var _mesh_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5728);
/* harmony import */ var _mesh_visibility_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(722);
/* harmony import */ var _delegate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4074);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(426);






const virtualServiceReads = [
    ['VirtualService', 'spec.hosts[]'],
    ['VirtualService', 'spec.gateways[]'],
    ['VirtualService', 'spec.exportTo[]'],
    ['VirtualService', 'metadata.creationTimestamp']
];
/** Every VirtualService that stands for itself (one without hosts is a delegate), oldest first. */
function virtualServices(mesh) {
    const manifests = mesh.of('VirtualService');
    const result = [];
    for (const manifest of manifests) {
        if ((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(manifest.spec.hosts).length === 0)
            continue;
        result.push(virtualService(manifest, mesh));
    }
    return result;
}
/** Source: pilot model/virtualservice.go ResolveVirtualServiceShortnames, virtualservice_controller.go. */
function virtualService(manifest, mesh) {
    const { spec, ref } = manifest;
    const domain = mesh.config.clusterDomain;
    const gateways = (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(spec.gateways).map(name => (0,_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .gatewayName */ .SN)(name, ref.namespace));
    return {
        manifest,
        name: ref.name,
        namespace: ref.namespace,
        created: (0,_mesh_order_js__WEBPACK_IMPORTED_MODULE_1__/* .createdAt */ .CT)(manifest),
        hosts: (0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(spec.hosts).map(host => (0,_mesh_host_js__WEBPACK_IMPORTED_MODULE_4__/* .qualify */ .Ss)(host, ref.namespace, domain)),
        gateways: gateways.length === 0 ? ['mesh'] : gateways,
        exportTo: (0,_mesh_visibility_js__WEBPACK_IMPORTED_MODULE_5__/* .visibility */ .XD)((0,_mesh_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(spec.exportTo), ref.namespace, mesh.config.defaultVirtualServiceExportTo),
        http: (0,_delegate_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeDelegates */ .A)(manifest, (0,_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .httpRules */ .Om)(manifest, domain), mesh),
        tcp: (0,_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .l4Rules */ .gJ)(manifest, 'tcp', domain),
        tls: (0,_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .l4Rules */ .gJ)(manifest, 'tls', domain),
        semantics: 'istio'
    };
}


/***/ }),

/***/ 7723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ addressText),
/* harmony export */   w: () => (/* binding */ addressRange)
/* harmony export */ });
/* harmony import */ var ipaddr_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8280);

/** `10.0.0.0/8`, `2001:db8::/32`; an address alone is a range of one. `null` where it cannot be read. */
function addressRange(text) {
    const slash = text.indexOf('/');
    const bytes = addressBytes(slash < 0 ? text : text.slice(0, slash));
    if (bytes === null)
        return null;
    const width = bytes.length * 8;
    const length = slash < 0 ? width : prefixLength(text.slice(slash + 1), width);
    if (length === null)
        return null;
    const size = 1n << BigInt(width - length);
    const first = (toNumber(bytes) / size) * size;
    return { family: width === 32 ? 4 : 6, first, last: first + size - 1n };
}
function addressText(family, value) {
    const bytes = [];
    for (let shift = (family === 4 ? 32 : 128) - 8; shift >= 0; shift -= 8) {
        bytes.push(Number((value >> BigInt(shift)) & 255n));
    }
    return ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.fromByteArray(bytes).toString();
}
function addressBytes(text) {
    if (ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4.isValidFourPartDecimal(text))
        return ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4.parse(text).toByteArray();
    return ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6.isValid(text) ? ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6.parse(text).toByteArray() : null;
}
function prefixLength(text, width) {
    const length = Number(text);
    return /^\d{1,3}$/.test(text) && length <= width ? length : null;
}
function toNumber(bytes) {
    let value = 0n;
    for (const byte of bytes)
        value = value * 256n + BigInt(byte);
    return value;
}


/***/ }),

/***/ 9625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ anyValue)
/* harmony export */ });
/* harmony import */ var _indexed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7882);
/* harmony import */ var _partition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6834);
/* harmony import */ var _sets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7838);



/** The most natural value of a dimension about which nothing is asked. */
function anyValue(dimension, budget) {
    if (dimension.multiple)
        return (0,_sets_js__WEBPACK_IMPORTED_MODULE_1__/* .setFinder */ .d)(dimension, [], budget)([]) ?? null;
    const { values, ranks } = (0,_partition_js__WEBPACK_IMPORTED_MODULE_0__/* .partition */ .j)(dimension, [], null, budget);
    let best = 0;
    values.forEach((_, one) => {
        if ((0,_indexed_js__WEBPACK_IMPORTED_MODULE_2__.at)(ranks, one) < (0,_indexed_js__WEBPACK_IMPORTED_MODULE_2__.at)(ranks, best))
            best = one;
    });
    return values[best] ?? null;
}


/***/ }),

/***/ 9103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CN: () => (/* binding */ LAST_SYMBOL),
/* harmony export */   Dr: () => (/* binding */ foldAscii),
/* harmony export */   hH: () => (/* binding */ bestSymbol),
/* harmony export */   st: () => (/* binding */ meetsSymbols),
/* harmony export */   vA: () => (/* binding */ symbolRank)
/* harmony export */ });
/** Words are sequences of Unicode scalar values: 0 to 10FFFF without surrogates. */
const LAST_SYMBOL = 0x10ffff;
/**
 * Which symbols a witness should be made of, best first. An order of ranges and, within one, of code points
 * makes words well-ordered (shortest first, then by rank), so "the best word of a set" is one word whatever
 * the set is cut into.
 */
const PREFERRED = [
    [0x61, 0x7a],
    [0x30, 0x39],
    [0x2d, 0x2d],
    [0x2f, 0x2f],
    [0x2e, 0x2e],
    [0x5f, 0x5f],
    [0x41, 0x5a],
    [0x21, 0x7e],
    [0xa1, 0xd7ff],
    [0xe000, LAST_SYMBOL],
    [0x20, 0x20],
    [0x00, 0xa0]
];
/** The best symbol of a range, both ends included; -1 where the range holds surrogates alone. */
function bestSymbol(from, to) {
    for (const [first, last] of PREFERRED) {
        if (from <= last && first <= to)
            return Math.max(from, first);
    }
    return -1;
}
/** Smaller is better. */
function symbolRank(symbol) {
    const range = PREFERRED.findIndex(([first, last]) => first <= symbol && symbol <= last);
    return (range < 0 ? PREFERRED.length : range) * 0x200000 + symbol;
}
/** Envoy's ignore_case folds ASCII letters and nothing else (absl::EqualsIgnoreCase). */
function foldAscii(text) {
    return text.replace(/[A-Z]/g, letter => letter.toLowerCase());
}
/** Whether a range, both ends included, holds one of the symbols. */
function meetsSymbols(symbols, from, to) {
    for (let index = 0; index + 1 < symbols.length; index += 2) {
        if ((symbols[index] ?? 0) <= to && from <= (symbols[index + 1] ?? 0))
            return true;
    }
    return false;
}


/***/ }),

/***/ 3954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $X: () => (/* binding */ BEGIN_LINE),
/* harmony export */   CA: () => (/* binding */ END_TEXT),
/* harmony export */   EL: () => (/* binding */ BEGIN_TEXT),
/* harmony export */   Lk: () => (/* binding */ readProgram),
/* harmony export */   wD: () => (/* binding */ WORD_BOUNDARY),
/* harmony export */   yr: () => (/* binding */ NO_WORD_BOUNDARY),
/* harmony export */   zL: () => (/* binding */ END_LINE)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2856);
/* harmony import */ var _indexed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7882);


const BEGIN_LINE = 1;
const END_LINE = 2;
const BEGIN_TEXT = 4;
const END_TEXT = 8;
const WORD_BOUNDARY = 16;
const NO_WORD_BOUNDARY = 32;
const FOLD_CASE = 1;
const NEWLINE = 10;
const LAST = 0x10ffff;
function readProgram(regex) {
    const { start, inst } = internals(regex);
    return { start, instructions: inst.map(readInstruction) };
}
function readInstruction(source) {
    const { op, out: to, arg, runes } = source;
    switch (op) {
        case 1:
        case 2:
            return { is: 'fork', to: [to, arg] };
        case 3:
        case 7:
            return { is: 'skip', to };
        case 4:
            return { is: 'assert', mask: arg, to };
        case 5:
            return { is: 'fail' };
        case 6:
            return { is: 'match' };
        case 8:
        case 9:
            return { is: 'read', ranges: rangesOf(runes, arg), to };
        case 10:
            return { is: 'read', ranges: [0, LAST], to };
        case 11:
            return { is: 'read', ranges: [0, NEWLINE - 1, NEWLINE + 1, LAST], to };
        default:
            throw new Error(`re2js compiled to an unknown instruction ${op}`);
    }
}
function rangesOf(runes, arg) {
    if (runes.length !== 1)
        return runes;
    const symbol = (0,_indexed_js__WEBPACK_IMPORTED_MODULE_0__.at)(runes, 0);
    return (arg & FOLD_CASE) === 0 ? [symbol, symbol] : foldOf(symbol);
}
const folds = new Map();
/** All symbols that RE2 folds to the same, as ranges: asked of re2js itself, as a case-insensitive class. */
function foldOf(symbol) {
    const known = folds.get(symbol);
    if (known !== undefined)
        return known;
    const other = symbol === 0 ? 1 : 0;
    const { start, inst } = internals(re2js__WEBPACK_IMPORTED_MODULE_1__/* .RE2JS */ .L3.compile(`(?i)[\\x{${symbol.toString(16)}}\\x{${other}}]`));
    const { runes } = (0,_indexed_js__WEBPACK_IMPORTED_MODULE_0__.at)(inst, start);
    const ranges = [];
    for (let index = 0; index + 1 < runes.length; index += 2) {
        const from = (0,_indexed_js__WEBPACK_IMPORTED_MODULE_0__.at)(runes, index);
        const to = (0,_indexed_js__WEBPACK_IMPORTED_MODULE_0__.at)(runes, index + 1);
        if (from === other && to === other)
            continue;
        ranges.push(from === other ? from + 1 : from, to === other ? to - 1 : to);
    }
    folds.set(symbol, ranges);
    return ranges;
}
function internals(regex) {
    const program = regex.re2Input.prog;
    if (!isRecord(program) || typeof program.start !== 'number' || !Array.isArray(program.inst)) {
        throw new Error('re2js no longer keeps its program where it is expected');
    }
    return { start: program.start, inst: program.inst.map(rawInstruction) };
}
function rawInstruction(value) {
    if (isRecord(value) &&
        typeof value.op === 'number' &&
        typeof value.out === 'number' &&
        typeof value.arg === 'number' &&
        value.runes instanceof Int32Array) {
        return { op: value.op, out: value.out, arg: value.arg, runes: Array.from(value.runes) };
    }
    throw new Error('re2js no longer writes instructions as expected');
}
function isRecord(value) {
    return typeof value === 'object' && value !== null;
}


/***/ }),

/***/ 6329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ regexAutomaton)
});

// EXTERNAL MODULE: ./build/decision/indexed.js
var indexed = __webpack_require__(7882);
// EXTERNAL MODULE: ./build/decision/automata/alphabet.js
var automata_alphabet = __webpack_require__(9103);
// EXTERNAL MODULE: ./build/decision/automata/program.js
var program = __webpack_require__(3954);
;// CONCATENATED MODULE: ./build/decision/automata/assertions.js


/** What stands before a place, as far as assertions can see it. */
const START = 0;
const NEWLINE = 1;
const WORD = 2;
const OTHER = 3;
const END = 4;
const EVERY_CONDITION = 63;
/** Places where the kind of a symbol changes: newline, digits, letters, underscore. */
const KIND_CUTS = [10, 11, 0x30, 0x3a, 0x41, 0x5b, 0x5f, 0x60, 0x61, 0x7b];
function kindOf(symbol) {
    if (symbol === 10)
        return NEWLINE;
    const word = (symbol >= 0x30 && symbol <= 0x39) ||
        (symbol >= 0x41 && symbol <= 0x5a) ||
        symbol === 0x5f ||
        (symbol >= 0x61 && symbol <= 0x7a);
    return word ? WORD : OTHER;
}
/** What of the place before can still matter to the assertions that may follow. */
function visibleBefore(before, assertions) {
    if (before === WORD)
        return (assertions & (program/* WORD_BOUNDARY */.wD | program/* NO_WORD_BOUNDARY */.yr)) === 0 ? OTHER : WORD;
    if (before === NEWLINE)
        return (assertions & program/* BEGIN_LINE */.$X) === 0 ? OTHER : NEWLINE;
    if (before === START)
        return (assertions & (program/* BEGIN_LINE */.$X | program/* BEGIN_TEXT */.EL)) === 0 ? OTHER : START;
    return OTHER;
}
/** RE2: word boundaries see ASCII words alone; `^` and `$` see lines only where the pattern asked for it. */
function conditionsAt(before, after) {
    let conditions = (before === WORD) === (after === WORD) ? program/* NO_WORD_BOUNDARY */.yr : program/* WORD_BOUNDARY */.wD;
    if (before === START)
        conditions |= program/* BEGIN_TEXT */.EL | program/* BEGIN_LINE */.$X;
    if (before === NEWLINE)
        conditions |= program/* BEGIN_LINE */.$X;
    if (after === END)
        conditions |= program/* END_TEXT */.CA | program/* END_LINE */.zL;
    if (after === NEWLINE)
        conditions |= program/* END_LINE */.zL;
    return conditions;
}
/** Which conditions hold at a place as far as what stands before it tells. */
function conditionsBefore(before) {
    if (before === START)
        return program/* BEGIN_TEXT */.EL | program/* BEGIN_LINE */.$X;
    return before === NEWLINE ? program/* BEGIN_LINE */.$X : 0;
}
/** For each instruction the conditions of all assertions that can be met from it before a symbol is read. */
function reachableAssertions(instructions) {
    const masks = instructions.map(one => (one.is === 'assert' ? one.mask : 0));
    for (let grows = true; grows;) {
        grows = false;
        instructions.forEach((instruction, index) => {
            const next = instruction.is === 'fork'
                ? instruction.to
                : instruction.is === 'skip' || instruction.is === 'assert'
                    ? [instruction.to]
                    : [];
            let mask = (0,indexed.at)(masks, index);
            for (const to of next)
                mask |= (0,indexed.at)(masks, to);
            if (mask === (0,indexed.at)(masks, index))
                return;
            masks[index] = mask;
            grows = true;
        });
    }
    return masks;
}
/** Which instructions can lead to a match if every assertion holds: threads elsewhere are dropped. */
function reachesMatch(instructions) {
    const from = instructions.map(() => []);
    const open = [];
    instructions.forEach((instruction, index) => {
        if (instruction.is === 'match')
            open.push(index);
        else if (instruction.is === 'fork')
            for (const to of instruction.to)
                from[to]?.push(index);
        else if (instruction.is !== 'fail')
            from[instruction.to]?.push(index);
    });
    const alive = instructions.map(() => false);
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
        if (alive[index] === true)
            continue;
        alive[index] = true;
        open.push(...(0,indexed.at)(from, index));
    }
    return alive;
}

;// CONCATENATED MODULE: ./build/decision/automata/subset.js




/**
 * Subset construction, state by state as it is asked. Assertions depend on the symbols before and after a place, so
 * they are crossed as soon as both are known. Symbols outside of `alphabet` do not occur: where they lead is left open.
 * `charge` is told of the work, and may throw.
 */
function subsets({ instructions, start }, alphabet, charge) {
    const alive = reachesMatch(instructions);
    const assertions = reachableAssertions(instructions);
    const asserts = instructions.some(instruction => instruction.is === 'assert');
    const states = [];
    const ids = new Map();
    const steps = [];
    const accepting = [];
    function intern(threads, before) {
        const waiting = threads.some(thread => (0,indexed.at)(instructions, thread).is === 'assert');
        let visible = 0;
        if (waiting)
            for (const thread of threads)
                visible |= (0,indexed.at)(assertions, thread);
        const kept = visibleBefore(before, visible);
        const key = `${kept}:${threads.join()}`;
        let id = ids.get(key);
        if (id === undefined) {
            id = states.push({ threads, before: kept, waiting }) - 1;
            ids.set(key, id);
        }
        return id;
    }
    /**
     * Follows everything that reads nothing. `known` are the conditions that can be judged already, `holding` those
     * of them that hold; an assertion that asks more waits.
     */
    function close(from, known, holding) {
        const seen = new Set();
        const open = [...from];
        const found = [];
        for (let thread = open.pop(); thread !== undefined; thread = open.pop()) {
            if (seen.has(thread) || !(0,indexed.at)(alive, thread))
                continue;
            seen.add(thread);
            const instruction = (0,indexed.at)(instructions, thread);
            if (instruction.is === 'fork')
                open.push(...instruction.to);
            else if (instruction.is === 'skip')
                open.push(instruction.to);
            else if (instruction.is !== 'assert')
                found.push(thread);
            else if ((instruction.mask & known & ~holding) !== 0)
                continue;
            else if ((instruction.mask & ~known) === 0)
                open.push(instruction.to);
            else
                found.push(thread);
        }
        charge(seen.size);
        return found.sort((a, b) => a - b);
    }
    /** The state at a place where only what stands before it is known. */
    function arrive(from, before) {
        return intern(close(from, program/* BEGIN_LINE */.$X | program/* BEGIN_TEXT */.EL, conditionsBefore(before)), before);
    }
    function resolved(state, after) {
        return state.waiting
            ? close(state.threads, EVERY_CONDITION, conditionsAt(state.before, after))
            : state.threads;
    }
    /** Where threads start and stop being able to read, by place. */
    function readingEvents(threads) {
        const events = new Map([[0, []]]);
        const note = (place, thread) => {
            const list = events.get(place);
            if (list === undefined)
                events.set(place, thread === null ? [] : [thread]);
            else if (thread !== null)
                list.push(thread);
        };
        if (asserts)
            for (const cut of KIND_CUTS)
                note(cut, null);
        for (const thread of threads) {
            const instruction = (0,indexed.at)(instructions, thread);
            if (instruction.is !== 'read')
                continue;
            for (let index = 0; index + 1 < instruction.ranges.length; index += 2) {
                note((0,indexed.at)(instruction.ranges, index), thread);
                note((0,indexed.at)(instruction.ranges, index + 1) + 1, thread);
            }
        }
        return events;
    }
    function move(state) {
        const kinds = state.waiting ? [NEWLINE, WORD, OTHER] : [OTHER];
        const byKind = new Map(kinds.map(kind => [kind, resolved(state, kind)]));
        const events = readingEvents(new Set([...byKind.values()].flat()));
        const places = [...events.keys()].sort((a, b) => a - b);
        const reading = new Set();
        const known = new Map();
        const cuts = [];
        const targets = [];
        places.forEach((place, index) => {
            for (const thread of events.get(place) ?? []) {
                if (!reading.delete(thread))
                    reading.add(thread);
            }
            const end = places[index + 1] ?? automata_alphabet/* LAST_SYMBOL */.CN + 1;
            if (place > automata_alphabet/* LAST_SYMBOL */.CN || (alphabet !== null && !(0,automata_alphabet/* meetsSymbols */.st)(alphabet, place, end - 1)))
                return;
            const kind = kindOf(place);
            const able = byKind.get(state.waiting ? kind : OTHER) ?? [];
            const threads = reading.size === 0 ? [] : able.filter(thread => reading.has(thread));
            const key = `${kind}:${threads.join()}`;
            let target = known.get(key);
            if (target === undefined) {
                target = arrive(threads.map(follow), kind);
                known.set(key, target);
            }
            if (targets.at(-1) === target)
                return;
            cuts.push(targets.length === 0 ? 0 : place);
            targets.push(target);
        });
        return targets.length === 0 ? { cuts: [0], targets: [0] } : { cuts, targets };
    }
    function follow(thread) {
        const instruction = (0,indexed.at)(instructions, thread);
        if (instruction.is !== 'read')
            throw new Error('only reading threads go on');
        return instruction.to;
    }
    intern([], OTHER);
    return {
        start: arrive([start], START),
        moves(state) {
            let known = steps[state];
            if (known === undefined) {
                known = move((0,indexed.at)(states, state));
                steps[state] = known;
            }
            return known;
        },
        accepts(state) {
            let known = accepting[state];
            if (known === undefined) {
                const ends = resolved((0,indexed.at)(states, state), END);
                known = ends.some(thread => (0,indexed.at)(instructions, thread).is === 'match');
                accepting[state] = known;
            }
            return known;
        }
    };
}

;// CONCATENATED MODULE: ./build/decision/automata/regex.js

/** So many states are looked at to see whether everything that follows a match matches too. */
const LOOK_AHEAD = 256;
/** State 0 accepts no continuation, `ALWAYS` every one, others are a state of the subset construction each. */
const NEVER = 0;
const ALWAYS = 1;
/**
 * A full match of one RE2 program. Symbols outside of `alphabet` do not occur, so that `.*` (which does not match a
 * line's end) is seen to match everything in a domain of printable characters.
 */
function regexAutomaton(program, atom, alphabet, charge) {
    const inner = subsets(program, alphabet, charge);
    const steps = [];
    const always = new Map();
    let marked = false;
    /** Whether every continuation is accepted. Says no beyond the look-ahead. */
    function acceptsForever(state) {
        const known = always.get(state);
        if (known !== undefined)
            return known;
        const seen = new Set([state]);
        let forever = true;
        for (const one of seen) {
            if (seen.size > LOOK_AHEAD || always.get(one) === false || !inner.accepts(one)) {
                forever = false;
                break;
            }
            for (const target of inner.moves(one).targets)
                seen.add(target);
        }
        if (forever)
            for (const one of seen)
                always.set(one, true);
        else
            always.set(state, false);
        return forever;
    }
    /** Our number of a state of the subset construction. */
    function outer(state) {
        if (state === 0)
            return NEVER;
        return acceptsForever(state) ? ALWAYS : state + 1;
    }
    function moves(state) {
        let known = steps[state];
        if (known === undefined) {
            known = state <= ALWAYS ? { cuts: [0], targets: [state] } : outerMoves(inner.moves(state - 1));
            steps[state] = known;
        }
        return known;
    }
    function outerMoves(inside) {
        const cuts = [];
        const targets = [];
        inside.targets.forEach((target, index) => {
            const mine = outer(target);
            if (targets.at(-1) === mine)
                return;
            cuts.push(inside.cuts[index] ?? 0);
            targets.push(mine);
        });
        return { cuts, targets };
    }
    const accepts = (state) => state === ALWAYS || (state !== NEVER && inner.accepts(state - 1));
    return {
        start: outer(inner.start),
        moves,
        acceptance: state => (accepts(state) ? 1 : 0),
        accepted: acceptance => (acceptance === 0 ? [] : [atom]),
        settled: state => state <= ALWAYS,
        unique: () => false,
        fate: state => (state === NEVER ? false : state === ALWAYS ? true : null),
        mark(atoms) {
            marked = atoms.has(atom);
        },
        hopeful: state => marked && state !== NEVER,
        possible(state, name) {
            if (state !== NEVER)
                name(atom);
        }
    };
}


/***/ }),

/***/ 5523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ isNone),
/* harmony export */   A0: () => (/* binding */ meet),
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   RZ: () => (/* binding */ addAll),
/* harmony export */   WP: () => (/* binding */ both),
/* harmony export */   YN: () => (/* binding */ allBits),
/* harmony export */   aX: () => (/* binding */ noBits),
/* harmony export */   c0: () => (/* binding */ hasBit),
/* harmony export */   e4: () => (/* binding */ bitsOf),
/* harmony export */   gr: () => (/* binding */ countBits),
/* harmony export */   kd: () => (/* binding */ isAll),
/* harmony export */   ol: () => (/* binding */ members)
/* harmony export */ });
/* unused harmony export addBit */
function noBits(size) {
    return new Uint32Array((size + 31) >>> 5);
}
function allBits(size) {
    const bits = noBits(size);
    for (let one = 0; one < size; one += 1)
        addBit(bits, one);
    return bits;
}
function isAll(bits, size) {
    const last = size & 31;
    for (let word = 0; word < bits.length; word += 1) {
        const full = word === bits.length - 1 && last > 0 ? 2 ** last - 1 : 0xffffffff;
        if (bits[word] !== full)
            return false;
    }
    return true;
}
function bitsOf(size, members) {
    const bits = noBits(size);
    for (const one of members)
        addBit(bits, one);
    return bits;
}
function addBit(bits, one) {
    bits[one >>> 5] = (bits[one >>> 5] ?? 0) | (1 << (one & 31));
}
function hasBit(bits, one) {
    return ((bits[one >>> 5] ?? 0) & (1 << (one & 31))) !== 0;
}
function addAll(bits, others) {
    for (let word = 0; word < bits.length; word += 1)
        bits[word] = (bits[word] ?? 0) | (others[word] ?? 0);
}
function both(a, b) {
    return a.map((word, index) => word & (b[index] ?? 0));
}
function without(a, b) {
    return a.map((word, index) => word & ~(b[index] ?? 0));
}
function meet(a, b) {
    for (let word = 0; word < a.length; word += 1)
        if (((a[word] ?? 0) & (b[word] ?? 0)) !== 0)
            return true;
    return false;
}
function isNone(bits) {
    for (const word of bits)
        if (word !== 0)
            return false;
    return true;
}
function countBits(bits) {
    let count = 0;
    for (let word of bits) {
        while (word !== 0) {
            word &= word - 1;
            count += 1;
        }
    }
    return count;
}
/** Ascending. */
function members(bits) {
    const found = [];
    for (let index = 0; index < bits.length; index += 1) {
        let word = bits[index] ?? 0;
        while (word !== 0) {
            const lowest = word & -word;
            found.push(index * 32 + 31 - Math.clz32(lowest));
            word ^= lowest;
        }
    }
    return found;
}


/***/ }),

/***/ 1862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   __: () => (/* binding */ Budget),
/* harmony export */   mS: () => (/* binding */ Exhausted)
/* harmony export */ });
/* unused harmony export defaultLimits */
const defaultLimits = { states: 20_000, steps: 3_000_000, depth: 1_000 };
/** A limit was reached. Thrown inside this room only; public functions turn it into a typed result. */
class Exhausted extends Error {
    dimension;
    limit;
    allowed;
    constructor(dimension, limit, allowed) {
        super(`more than ${allowed} ${limit}`);
        this.name = 'Exhausted';
        this.dimension = dimension;
        this.limit = limit;
        this.allowed = allowed;
    }
}
/** Counts what one call spends. */
class Budget {
    limits;
    /** All states of all automata that were explored. */
    states = 0;
    steps = 0;
    constructor(limits) {
        this.limits = { ...defaultLimits, ...limits };
    }
    /** A new phase may spend as much again: what follows a comparison must not fail because of it. */
    renew() {
        this.steps = 0;
    }
    descend(depth, dimension) {
        if (depth > this.limits.depth)
            throw new Exhausted(dimension, 'depth', this.limits.depth);
    }
    spend(steps, dimension) {
        this.steps += steps;
        if (this.steps > this.limits.steps)
            throw new Exhausted(dimension, 'steps', this.limits.steps);
    }
}


/***/ }),

/***/ 9339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ matchesAtom),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   fK: () => (/* binding */ valueAt)
/* harmony export */ });
/* unused harmony exports decide, satisfies */
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7723);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1113);


/**
 * The row that one concrete point takes. Plain matching by code of its own: nothing here is shared with
 * partitions, so that each can be the other's judge. Throws on a matcher that `malformed` would name.
 */
function decide(table, point) {
    const dimensions = new Map(table.dimensions.map(dimension => [dimension.name, dimension]));
    for (const row of table.rows) {
        if (satisfies(row.when, point, dimensions))
            return { action: row.action, row };
    }
    return { action: table.otherwise, row: null };
}
/** Whether the point satisfies every named dimension. */
function satisfies(when, point, dimensions) {
    for (const [name, matcher] of Object.entries(when)) {
        const dimension = dimensions.get(name);
        if (dimension === undefined)
            throw new Error(`the table has no dimension ${name}`);
        if (!matches(matcher, valueAt(point, name), dimension))
            return false;
    }
    return true;
}
/** The value of a dimension that may bear any name; absent where the point does not say. */
function valueAt(point, dimension) {
    return Object.hasOwn(point, dimension) ? (point[dimension] ?? null) : null;
}
/** Whether a value satisfies a matcher. An empty list is absent. */
function matches(matcher, value, dimension) {
    if (dimension.multiple) {
        const elements = value === null ? [] : typeof value === 'string' ? [value] : value;
        return matchesSet(matcher, elements, dimension);
    }
    if (value !== null && typeof value !== 'string') {
        throw new Error(`dimension ${dimension.name} takes one value, not a list`);
    }
    return matchesOne(matcher, value, dimension);
}
function matchesSet(matcher, elements, dimension) {
    switch (matcher.is) {
        case 'present':
            return elements.length > 0;
        case 'absent':
            return elements.length === 0;
        case 'not':
            return !matchesSet(matcher.of, elements, dimension);
        case 'all':
            return matcher.of.every(part => matchesSet(part, elements, dimension));
        case 'any':
            return matcher.of.some(part => matchesSet(part, elements, dimension));
        case 'some':
            return elements.some(element => matchesOne(matcher.of, element, dimension));
        default:
            return elements.some(element => matchesOne(matcher, element, dimension));
    }
}
function matchesOne(matcher, value, dimension) {
    switch (matcher.is) {
        case 'present':
            return value !== null;
        case 'absent':
            return value === null;
        case 'not':
            return !matchesOne(matcher.of, value, dimension);
        case 'all':
            return matcher.of.every(part => matchesOne(part, value, dimension));
        case 'any':
            return matcher.of.some(part => matchesOne(part, value, dimension));
        case 'some':
            return value !== null && matchesOne(matcher.of, value, dimension);
        default:
            return value !== null && matchesAtom(matcher, value, dimension);
    }
}
/** Whether a present value satisfies an atom. */
function matchesAtom(atom, value, dimension) {
    switch (atom.is) {
        case 'exact':
            if (dimension.theory === 'ip')
                return withinRange(atom.value, value);
            return atom.ignoreCase === true ? fold(value) === fold(atom.value) : value === atom.value;
        case 'prefix':
            return atom.ignoreCase === true
                ? fold(value).startsWith(fold(atom.value))
                : value.startsWith(atom.value);
        case 'suffix':
            return atom.ignoreCase === true
                ? fold(value).endsWith(fold(atom.value))
                : value.endsWith(atom.value);
        case 'regex': {
            const compiled = (0,_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .pattern */ .T)(atom.value);
            if (!compiled.ok)
                throw new Error(`not RE2: ${atom.value}: ${compiled.reason}`);
            return compiled.regex.testExact(value);
        }
        case 'between':
            return atom.from <= Number(value) && Number(value) <= atom.to;
        case 'cidr':
            return withinRange(atom.value, value);
    }
}
/** Envoy's ignore_case folds ASCII alone (absl::EqualsIgnoreCase). */
function fold(text) {
    return text.replace(/[A-Z]/g, letter => letter.toLowerCase());
}
function withinRange(range, address) {
    const outer = (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .addressRange */ .w)(range);
    const inner = (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .addressRange */ .w)(address);
    if (outer === null)
        throw new Error(`not an address or CIDR: ${range}`);
    if (inner === null)
        return false;
    return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}


/***/ }),

/***/ 6521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   NY: () => (/* binding */ Atoms),
/* harmony export */   QJ: () => (/* binding */ atomsOf),
/* harmony export */   _3: () => (/* binding */ evaluate)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7723);
/* harmony import */ var _matcher_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7679);


/** Numbers the atoms of one dimension; equal atoms share a number. */
class Atoms {
    list = [];
    #dimension;
    #numbers = new Map();
    constructor(dimension) {
        this.#dimension = dimension;
    }
    /** On a `multiple` dimension: the formula that one element satisfies. */
    formula(matcher) {
        switch (matcher.is) {
            case 'present':
                return { is: 'present' };
            case 'absent':
                return { is: 'not', of: { is: 'present' } };
            case 'not':
                return { is: 'not', of: this.formula(matcher.of) };
            case 'some':
                return { is: 'all', of: [{ is: 'present' }, this.formula(matcher.of)] };
            case 'all':
            case 'any':
                return { is: matcher.is, of: matcher.of.map(part => this.formula(part)) };
            default:
                return { is: 'atom', atom: this.#number(matcher) };
        }
    }
    #number(atom) {
        requireFit(atom, this.#dimension);
        const key = (0,_matcher_key_js__WEBPACK_IMPORTED_MODULE_1__/* .matcherKey */ .i)(atom);
        let number = this.#numbers.get(key);
        if (number === undefined) {
            number = this.list.push(atom) - 1;
            this.#numbers.set(key, number);
        }
        return number;
    }
}
const FITTING = {
    string: ['exact', 'prefix', 'suffix', 'regex'],
    enumeration: ['exact', 'prefix', 'suffix', 'regex'],
    integer: ['exact', 'between'],
    ip: ['exact', 'cidr']
};
function requireFit(atom, dimension) {
    const fits = FITTING[dimension.theory].includes(atom.is) &&
        (dimension.theory !== 'ip' || ('value' in atom && (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .addressRange */ .w)(atom.value) !== null));
    if (fits)
        return;
    throw new Error(`dimension ${dimension.name} (${dimension.theory}) cannot hold ${(0,_matcher_key_js__WEBPACK_IMPORTED_MODULE_1__/* .matcherKey */ .i)(atom)}`);
}
function evaluate(formula, holds, present) {
    switch (formula.is) {
        case 'atom':
            return holds(formula.atom);
        case 'present':
            return present;
        case 'not':
            return !evaluate(formula.of, holds, present);
        case 'all':
            return formula.of.every(part => evaluate(part, holds, present));
        case 'any':
            return formula.of.some(part => evaluate(part, holds, present));
    }
}
/** Three-valued: `null` where the atoms that are known do not settle it. */
function settle(formula, fate, present) {
    switch (formula.is) {
        case 'atom':
            return fate(formula.atom);
        case 'present':
            return present;
        case 'not': {
            const inner = settle(formula.of, fate, present);
            return inner === null ? null : !inner;
        }
        case 'all':
        case 'any': {
            const decisive = formula.is === 'any';
            let open = false;
            for (const part of formula.of) {
                const value = settle(part, fate, present);
                if (value === decisive)
                    return decisive;
                if (value === null)
                    open = true;
            }
            return open ? null : !decisive;
        }
    }
}
function atomsOf(formula, into = new Set()) {
    if (formula.is === 'atom')
        into.add(formula.atom);
    else if (formula.is === 'not')
        atomsOf(formula.of, into);
    else if (formula.is !== 'present')
        for (const part of formula.of)
            atomsOf(part, into);
    return into;
}


/***/ }),

/***/ 7882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   at: () => (/* binding */ at)
/* harmony export */ });
/** Reads an element that exists; a miss is a defect of this room. */
function at(list, index) {
    const value = list[index];
    if (value === undefined)
        throw new RangeError(`no element ${index} of ${list.length}`);
    return value;
}


/***/ }),

/***/ 6972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F6: () => (/* binding */ nextAxis),
/* harmony export */   Gq: () => (/* binding */ reachable),
/* harmony export */   lD: () => (/* binding */ split)
/* harmony export */ });
/* harmony import */ var _bits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5523);
/* harmony import */ var _indexed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7882);
/* harmony import */ var _space_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6395);



/** Nothing behind a row that asks nothing is reached. */
function reachable(list) {
    return list.slice(0, list.findIndex(line => line.last < 0) + 1);
}
/** The first axis from `from` on that a row of the lists asks; Infinity where there is none. */
function nextAxis(lists, from) {
    let next = Number.POSITIVE_INFINITY;
    for (const list of lists) {
        for (const line of list) {
            for (const { axis } of line.conditions) {
                if (axis < from)
                    continue;
                if (axis < next)
                    next = axis;
                break;
            }
        }
    }
    return next;
}
/** Splits residual lists by the answers on an axis; answers that leave the same rows go together. */
function split(space, axis, lists) {
    const question = (0,_indexed_js__WEBPACK_IMPORTED_MODULE_1__.at)(space.axes, axis);
    const indexes = lists.map(list => indexOf(list, axis));
    if (question.is === 'literal') {
        return [1, 0].map(answer => ({
            classes: () => (0,_bits_js__WEBPACK_IMPORTED_MODULE_2__/* .bitsOf */ .e4)(2, [answer]),
            lists: indexes.map(index => select(index, [answer], axis)),
            holds: answer === 1
        }));
    }
    const { partition } = question;
    const asked = new Set(indexes.flatMap(index => [...index.asking.keys()]));
    const holding = new Map();
    for (const matcher of asked) {
        for (const one of (0,_indexed_js__WEBPACK_IMPORTED_MODULE_1__.at)(partition.holds, matcher)) {
            const list = holding.get(one);
            if (list === undefined)
                holding.set(one, [matcher]);
            else
                list.push(matcher);
        }
    }
    const groups = new Map();
    for (const [one, matchers] of holding) {
        const key = matchers.join();
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, { matchers, classes: [one] });
        else
            group.classes.push(one);
    }
    const size = (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeOf */ .$d)(question);
    const branches = [...groups.values()].map(({ matchers, classes }) => ({
        classes: () => (0,_bits_js__WEBPACK_IMPORTED_MODULE_2__/* .bitsOf */ .e4)(size, classes),
        lists: indexes.map(index => select(index, matchers, axis)),
        holds: null
    }));
    if (holding.size < size) {
        branches.push({
            classes: () => (0,_bits_js__WEBPACK_IMPORTED_MODULE_2__/* .bitsOf */ .e4)(size, otherThan(holding, size)),
            lists: indexes.map(index => select(index, [], axis)),
            holds: null
        });
    }
    return branches;
}
function indexOf(list, axis) {
    const free = [];
    const asking = new Map();
    list.forEach((line, place) => {
        const asks = line.conditions.find(condition => condition.axis === axis)?.asks;
        if (asks === undefined) {
            free.push(place);
            return;
        }
        const places = asking.get(asks);
        if (places === undefined)
            asking.set(asks, [place]);
        else
            places.push(place);
    });
    return { list, free, asking };
}
/** Rows that stay alive; nothing behind a row that asks no more is reached. */
function select(index, answers, axis) {
    const places = answers.flatMap(answer => index.asking.get(answer) ?? []);
    if (places.length > 0)
        places.push(...index.free);
    const sorted = places.length > 0 ? places.sort((a, b) => a - b) : index.free;
    const alive = [];
    for (const place of sorted) {
        const line = (0,_indexed_js__WEBPACK_IMPORTED_MODULE_1__.at)(index.list, place);
        alive.push(line);
        if (line.last <= axis)
            break;
    }
    return alive;
}
function otherThan(held, size) {
    const others = [];
    for (let one = 0; one < size; one += 1)
        if (!held.has(one))
            others.push(one);
    return others;
}


/***/ }),

/***/ 5658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ malformed)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7723);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1113);


/** All matchers of the table's rows that cannot be compiled, in row order. */
function malformed(table) {
    const found = [];
    for (const row of table.rows) {
        for (const [dimension, outer] of Object.entries(row.when)) {
            for (const { matcher, reason } of faults(outer)) {
                found.push({ dimension, matcher, reason, row });
            }
        }
    }
    return found;
}
function faults(matcher) {
    switch (matcher.is) {
        case 'regex': {
            const compiled = (0,_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .pattern */ .T)(matcher.value);
            return compiled.ok ? [] : [{ matcher, reason: compiled.reason }];
        }
        case 'cidr':
            return (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .addressRange */ .w)(matcher.value) === null
                ? [{ matcher, reason: `not an address or CIDR: ${matcher.value}` }]
                : [];
        case 'not':
        case 'some':
            return faults(matcher.of);
        case 'all':
        case 'any':
            return matcher.of.flatMap(faults);
        default:
            return [];
    }
}


/***/ }),

/***/ 7679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ matcherKey)
/* harmony export */ });
const keys = new WeakMap();
/** Equal keys are equal predicates (the converse need not hold). Order inside `all` and `any` does not count. */
function matcherKey(matcher) {
    const known = keys.get(matcher);
    if (known !== undefined)
        return known;
    const key = write(matcher);
    keys.set(matcher, key);
    return key;
}
function write(matcher) {
    switch (matcher.is) {
        case 'exact':
        case 'prefix':
        case 'suffix':
            return `${matcher.is}${matcher.ignoreCase === true ? '~' : ''}${JSON.stringify(matcher.value)}`;
        case 'regex':
        case 'cidr':
            return `${matcher.is}${JSON.stringify(matcher.value)}`;
        case 'between':
            return `between${matcher.from}..${matcher.to}`;
        case 'present':
        case 'absent':
            return matcher.is;
        case 'not':
        case 'some':
            return `${matcher.is}(${matcherKey(matcher.of)})`;
        case 'all':
        case 'any':
            return `${matcher.is}(${[...new Set(matcher.of.map(matcherKey))].sort().join(',')})`;
    }
}


/***/ }),

/***/ 9564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gn: () => (/* binding */ rowsMayMeet),
/* harmony export */   gB: () => (/* binding */ rowImplies)
/* harmony export */ });
/* unused harmony exports mayMeet, implies */
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7723);
/* harmony import */ var _automata_alphabet_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9103);
/* harmony import */ var _automata_program_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3954);
/* harmony import */ var _automata_regex_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6329);
/* harmony import */ var _decide_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9339);
/* harmony import */ var _indexed_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7882);
/* harmony import */ var _matcher_key_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7679);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1113);








/**
 * Cheap tests that let rows be left out before anything is partitioned. Both err on the safe side: `mayMeet` says
 * yes, `implies` says no, where they do not know.
 */
/** Whether some point may satisfy both. */
function rowsMayMeet(a, b, dimensions) {
    for (const name of Object.keys(a)) {
        const [mine, other, dimension] = [own(a, name), own(b, name), dimensions.get(name)];
        if (mine === undefined || other === undefined || dimension === undefined)
            continue;
        if (!mayMeet(mine, other, dimension))
            return false;
    }
    return true;
}
/** Whether every point of `a` surely satisfies `b`. */
function rowImplies(a, b, dimensions) {
    return Object.keys(b).every(name => {
        const [mine, other, dimension] = [own(a, name), own(b, name), dimensions.get(name)];
        return (mine !== undefined &&
            other !== undefined &&
            dimension !== undefined &&
            implies(mine, other, dimension));
    });
}
function own(when, name) {
    return Object.hasOwn(when, name) ? when[name] : undefined;
}
function mayMeet(a, b, dimension) {
    if (a.is === 'any')
        return a.of.some(part => mayMeet(part, b, dimension));
    if (b.is === 'any')
        return b.of.some(part => mayMeet(a, part, dimension));
    if (a.is === 'all')
        return a.of.every(part => mayMeet(part, b, dimension));
    if (b.is === 'all')
        return b.of.every(part => mayMeet(a, part, dimension));
    if (a.is === 'absent')
        return canBeAbsent(b);
    if (b.is === 'absent')
        return canBeAbsent(a);
    if (dimension.multiple)
        return true;
    const [one, other] = [oneValue(a, dimension), oneValue(b, dimension)];
    if (one !== null)
        return (0,_decide_js__WEBPACK_IMPORTED_MODULE_4__/* .matches */ .cK)(b, one, dimension);
    if (other !== null)
        return (0,_decide_js__WEBPACK_IMPORTED_MODULE_4__/* .matches */ .cK)(a, other, dimension);
    return isAtom(a) && isAtom(b) ? atomsMayMeet(a, b) : true;
}
function implies(a, b, dimension) {
    if ((0,_matcher_key_js__WEBPACK_IMPORTED_MODULE_5__/* .matcherKey */ .i)(a) === (0,_matcher_key_js__WEBPACK_IMPORTED_MODULE_5__/* .matcherKey */ .i)(b))
        return true;
    if (a.is === 'any')
        return a.of.every(part => implies(part, b, dimension));
    if (b.is === 'all')
        return b.of.every(part => implies(a, part, dimension));
    if (b.is === 'any' && b.of.some(part => implies(a, part, dimension)))
        return true;
    if (a.is === 'all')
        return a.of.some(part => implies(part, b, dimension));
    if (b.is === 'present')
        return isAtom(a);
    if (dimension.multiple)
        return false;
    const value = oneValue(a, dimension);
    if (value !== null)
        return (0,_decide_js__WEBPACK_IMPORTED_MODULE_4__/* .matches */ .cK)(b, value, dimension);
    if (a.is === 'prefix' && b.is === 'prefix') {
        return b.ignoreCase === true || a.ignoreCase !== true
            ? begins(a.value, b.value, b.ignoreCase === true)
            : false;
    }
    if (a.is === 'between' && b.is === 'between')
        return b.from <= a.from && a.to <= b.to;
    return false;
}
function isAtom(matcher) {
    switch (matcher.is) {
        case 'exact':
        case 'prefix':
        case 'suffix':
        case 'regex':
        case 'between':
        case 'cidr':
            return true;
        default:
            return false;
    }
}
function canBeAbsent(matcher) {
    return !isAtom(matcher) && matcher.is !== 'present' && matcher.is !== 'some';
}
/** The one value that satisfies the matcher, where that is plain. */
function oneValue(matcher, dimension) {
    return matcher.is === 'exact' && matcher.ignoreCase !== true && dimension.theory !== 'ip'
        ? matcher.value
        : null;
}
function atomsMayMeet(a, b) {
    if (a.is === 'between' && b.is === 'between')
        return a.from <= b.to && b.from <= a.to;
    if ((a.is === 'cidr' || a.is === 'exact') && b.is === 'cidr') {
        const [left, right] = [(0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .addressRange */ .w)(a.value), (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .addressRange */ .w)(b.value)];
        if (left === null || right === null)
            return true;
        return left.family === right.family && left.first <= right.last && right.first <= left.last;
    }
    if (a.is === 'prefix' && b.is === 'regex')
        return regexMayMeetPrefix(b.value, a);
    if (a.is === 'regex' && b.is === 'prefix')
        return regexMayMeetPrefix(a.value, b);
    const [left, right] = [beginning(a), beginning(b)];
    if (left === null || right === null)
        return true;
    const fold = left.fold || right.fold;
    return begins(left.value, right.value, fold) || begins(right.value, left.value, fold);
}
/** What every value of the atom begins with. */
function beginning(atom) {
    return atom.is === 'prefix' || atom.is === 'exact'
        ? { value: atom.value, fold: atom.ignoreCase === true }
        : null;
}
function begins(value, beginning, fold) {
    return fold ? (0,_automata_alphabet_js__WEBPACK_IMPORTED_MODULE_1__/* .foldAscii */ .Dr)(value).startsWith((0,_automata_alphabet_js__WEBPACK_IMPORTED_MODULE_1__/* .foldAscii */ .Dr)(beginning)) : value.startsWith(beginning);
}
const automata = new Map();
const REMEMBERED = 1_000;
/** Runs the prefix through the expression's automaton; a dead state has no continuation. */
function regexMayMeetPrefix(source, prefix) {
    if (prefix.ignoreCase === true)
        return true;
    let automaton = automata.get(source);
    if (automaton === undefined) {
        const compiled = (0,_pattern_js__WEBPACK_IMPORTED_MODULE_6__/* .pattern */ .T)(source);
        if (!compiled.ok)
            return true;
        automaton = (0,_automata_regex_js__WEBPACK_IMPORTED_MODULE_3__/* .regexAutomaton */ .C)((0,_automata_program_js__WEBPACK_IMPORTED_MODULE_2__/* .readProgram */ .Lk)(compiled.regex), 0, null, () => { });
        if (automata.size >= REMEMBERED)
            automata.clear();
        automata.set(source, automaton);
    }
    let state = automaton.start;
    for (const letter of prefix.value) {
        if (automaton.fate(state, 0) === false)
            return false;
        const symbol = letter.codePointAt(0) ?? 0;
        const { cuts, targets } = automaton.moves(state);
        let place = cuts.length - 1;
        while (place > 0 && (0,_indexed_js__WEBPACK_IMPORTED_MODULE_7__.at)(cuts, place) > symbol)
            place -= 1;
        state = (0,_indexed_js__WEBPACK_IMPORTED_MODULE_7__.at)(targets, place);
    }
    return automaton.fate(state, 0) !== false;
}


/***/ }),

/***/ 6834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ partition)
});

// EXTERNAL MODULE: ./build/decision/decide.js
var decide = __webpack_require__(9339);
// EXTERNAL MODULE: ./build/decision/formula.js
var decision_formula = __webpack_require__(6521);
// EXTERNAL MODULE: ./build/decision/indexed.js
var indexed = __webpack_require__(7882);
;// CONCATENATED MODULE: ./build/decision/theories/enumeration.js


/** Every value is tried; those of which the same atoms hold are one class. */
function partitionEnumeration({ dimension, atoms, domain }) {
    if (dimension.values === undefined)
        throw new Error(`dimension ${dimension.name} has no values`);
    const classes = new Map();
    dimension.values.forEach((value, order) => {
        const holding = [];
        atoms.forEach((atom, number) => {
            if ((0,decide/* matchesAtom */.Lo)(atom, value, dimension))
                holding.push(number);
        });
        if (domain !== null && !(0,decision_formula/* evaluate */._3)(domain, atom => holding.includes(atom), true))
            return;
        const key = holding.join();
        if (!classes.has(key))
            classes.set(key, { atoms: holding, value, order });
    });
    return { classes: [...classes.values()], outside: new Set() };
}

// EXTERNAL MODULE: ./build/decision/address.js
var address = __webpack_require__(7723);
;// CONCATENATED MODULE: ./build/decision/theories/intervals.js



/** More than there can be intervals: natural members come before all others. */
const INTERVALS = 2 ** 32;
/** Integers, as text in decimal. */
function partitionIntegers(question) {
    const { bounds } = question.dimension;
    const spans = question.atoms.flatMap((matcher, atom) => {
        if (matcher.is === 'between') {
            return [{ atom, from: BigInt(matcher.from), to: BigInt(matcher.to) }];
        }
        return matcher.is === 'exact' && /^(0|-?[1-9]\d*)$/.test(matcher.value)
            ? [{ atom, from: BigInt(matcher.value), to: BigInt(matcher.value) }]
            : [];
    });
    const line = {
        first: BigInt(bounds?.from ?? Number.MIN_SAFE_INTEGER),
        last: BigInt(bounds?.to ?? Number.MAX_SAFE_INTEGER),
        spans,
        text: String,
        natural: (from, to) => ({
            value: from <= 0n && 0n <= to ? 0n : from > 0n ? from : to,
            order: 1
        })
    };
    return cut([line], question);
}
/** Addresses of both families; neither is part of the other. */
function partitionAddresses(question) {
    const lines = [4, 6].map((family) => {
        const spans = question.atoms.flatMap((matcher, atom) => {
            const range = textOf(matcher);
            return range?.family === family ? [{ atom, from: range.first, to: range.last }] : [];
        });
        return {
            first: 0n,
            last: (1n << (family === 4 ? 32n : 128n)) - 1n,
            spans,
            text: value => (0,address/* addressText */.G)(family, value),
            natural: (from, to) => naturalAddress(family, from, to)
        };
    });
    return cut(lines, question);
}
function textOf(atom) {
    return atom.is === 'cidr' || atom.is === 'exact' ? (0,address/* addressRange */.w)(atom.value) : null;
}
/** Addresses that documents use (RFC 5737, RFC 3849), else the first host of the interval, else its first address. */
function naturalAddress(family, from, to) {
    for (const text of family === 4
        ? ['203.0.113.1', '198.51.100.1', '192.0.2.1']
        : ['2001:db8::1']) {
        const value = (0,address/* addressRange */.w)(text)?.first ?? -1n;
        if (from <= value && value <= to)
            return { value, order: 0 };
    }
    return { value: from < to ? from + 1n : from, order: 1 };
}
function cut(lines, { domain }) {
    const classes = new Map();
    let states = 0;
    for (const line of lines) {
        const starts = new Set([line.first]);
        for (const { from, to } of line.spans) {
            if (from > line.first && from <= line.last)
                starts.add(from);
            if (to >= line.first && to < line.last)
                starts.add(to + 1n);
        }
        const sorted = [...starts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        const events = new Map();
        for (const span of line.spans) {
            if (span.from > span.to || span.to < line.first || span.from > line.last)
                continue;
            note(events, span.from < line.first ? line.first : span.from, span.atom);
            note(events, span.to + 1n, span.atom);
        }
        const holding = new Set();
        sorted.forEach((from, index) => {
            for (const atom of events.get(from) ?? []) {
                if (!holding.delete(atom))
                    holding.add(atom);
            }
            const to = index + 1 < sorted.length ? (0,indexed.at)(sorted, index + 1) - 1n : line.last;
            if (domain !== null && !(0,decision_formula/* evaluate */._3)(domain, atom => holding.has(atom), true))
                return;
            const set = [...holding].sort((a, b) => a - b);
            const key = set.join();
            const { value, order } = line.natural(from, to);
            states += 1;
            const rank = order * INTERVALS + states;
            if ((classes.get(key)?.order ?? Number.POSITIVE_INFINITY) <= rank)
                return;
            classes.set(key, { atoms: set, value: line.text(value), order: rank });
        });
    }
    return { classes: [...classes.values()], outside: new Set() };
}
function note(events, place, atom) {
    const list = events.get(place);
    if (list === undefined)
        events.set(place, [atom]);
    else
        list.push(atom);
}

// EXTERNAL MODULE: ./build/decision/theories/strings.js + 5 modules
var strings = __webpack_require__(7022);
;// CONCATENATED MODULE: ./build/decision/partition.js






const PARTITIONS = {
    string: strings/* partitionStrings */.q,
    enumeration: partitionEnumeration,
    integer: partitionIntegers,
    ip: partitionAddresses
};
/**
 * Cuts a dimension. With a universe (a union of matchers) strings outside of it get no class. Throws `Exhausted`
 * where the theory needs more states than the budget has.
 */
function partition(dimension, matchers, universe, budget) {
    const atoms = new decision_formula/* Atoms */.NY(dimension);
    const formulas = matchers.map(matcher => atoms.formula(matcher));
    const domain = dimension.domain === undefined ? null : atoms.formula(dimension.domain);
    const within = universe === null || dimension.theory !== 'string' || !universe.every(narrows)
        ? null
        : { is: 'any', of: universe.map(one => atoms.formula(one)) };
    const answer = PARTITIONS[dimension.theory]({
        dimension,
        atoms: atoms.list,
        domain,
        universe: within,
        budget
    });
    const absent = dimension.optional && (within === null || (0,decision_formula/* evaluate */._3)(within, () => false, false)) ? 1 : 0;
    const classes = [...answer.classes];
    const keys = new Map(classes.map((one, index) => [one.atoms.join(), index]));
    function classOf(value) {
        if (value === null)
            return absent === 1 ? classes.length : -1;
        const holding = [];
        atoms.list.forEach((atom, number) => {
            if ((0,decide/* matchesAtom */.Lo)(atom, value, dimension))
                holding.push(number);
        });
        return keys.get(holding.join()) ?? -1;
    }
    const natural = dimension.natural ?? [];
    const values = classes.map(one => one.value);
    const ranks = classes.map(one => 1 + natural.length + one.order);
    natural.forEach((value, index) => {
        const found = classOf(value);
        if (found < 0 || (0,indexed.at)(ranks, found) <= natural.length)
            return;
        values[found] = value;
        ranks[found] = 1 + index;
    });
    if (absent === 1) {
        values.push(null);
        ranks.push(0);
    }
    return {
        dimension,
        matchers,
        values,
        ranks,
        holds: holdings(formulas, classes, absent === 1),
        outside: within === null ? null : leaking(formulas, within, answer.outside),
        classOf
    };
}
/** Whether a matcher asks for an atom: others bound no walk, and would only make descriptions longer. */
function narrows(matcher) {
    switch (matcher.is) {
        case 'present':
        case 'absent':
        case 'not':
            return false;
        case 'some':
            return narrows(matcher.of);
        case 'any':
            return matcher.of.every(narrows);
        case 'all':
            return matcher.of.some(narrows);
        default:
            return true;
    }
}
/** For each formula whether it may hold outside of the universe; the universe's own parts cannot. */
function leaking(formulas, universe, possible) {
    const parts = new Set((universe.is === 'any' ? universe.of : []).map(part => JSON.stringify(part)));
    return formulas.map(formula => !parts.has(JSON.stringify(formula)) &&
        (0,decision_formula/* settle */.G9)(formula, atom => (possible.has(atom) ? null : false), null) !== false);
}
/** For each formula the classes in which it holds; an absent class is the last. */
function holdings(formulas, classes, absent) {
    const byAtom = new Map();
    classes.forEach(({ atoms }, index) => {
        for (const atom of atoms) {
            const list = byAtom.get(atom);
            if (list === undefined)
                byAtom.set(atom, [index]);
            else
                list.push(index);
        }
    });
    const sets = new Map();
    const setOf = (index) => {
        let set = sets.get(index);
        if (set === undefined) {
            set = new Set((0,indexed.at)(classes, index).atoms);
            sets.set(index, set);
        }
        return set;
    };
    return formulas.map(formula => {
        if (formula.is === 'atom')
            return byAtom.get(formula.atom) ?? [];
        const touched = new Set();
        for (const atom of (0,decision_formula/* atomsOf */.QJ)(formula))
            for (const one of byAtom.get(atom) ?? [])
                touched.add(one);
        const found = [];
        if ((0,decision_formula/* evaluate */._3)(formula, () => false, true)) {
            classes.forEach((_, index) => {
                if (!touched.has(index))
                    found.push(index);
            });
        }
        for (const index of touched) {
            if ((0,decision_formula/* evaluate */._3)(formula, atom => setOf(index).has(atom), true))
                found.push(index);
        }
        found.sort((a, b) => a - b);
        if (absent && (0,decision_formula/* evaluate */._3)(formula, () => false, false))
            found.push(classes.length);
        return found;
    });
}


/***/ }),

/***/ 1113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ pattern)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2856);

/** Compiling is pure and costs 0.1 ms, so it is remembered; the bound keeps a long process small. */
const patterns = new Map();
const REMEMBERED = 10_000;
/** RE2 as Envoy compiles it: no flags, full match is the caller's. `\C` is Envoy's alone and is refused here. */
function pattern(source) {
    const known = patterns.get(source);
    if (known !== undefined)
        return known;
    if (patterns.size >= REMEMBERED)
        patterns.clear();
    const made = compile(source);
    patterns.set(source, made);
    return made;
}
function compile(source) {
    try {
        return { ok: true, regex: re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(source) };
    }
    catch (error) {
        if (error instanceof re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JSException */ .o_)
            return { ok: false, reason: error.message };
        throw error;
    }
}


/***/ }),

/***/ 7838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ setFinder)
/* harmony export */ });
/* harmony import */ var _indexed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7882);
/* harmony import */ var _matcher_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7679);
/* harmony import */ var _partition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6834);



/**
 * Values of a `multiple` dimension are sets of elements. Elements fall into the classes of an ordinary partition;
 * a set satisfies "some element is in P" for the P it meets. So a conjunction of such statements and their
 * negations can be met exactly where each demanded P has a class outside of all forbidden ones.
 */
function setFinder(dimension, matchers, budget) {
    const predicates = new Map();
    const list = [];
    const number = (matcher) => {
        const key = (0,_matcher_key_js__WEBPACK_IMPORTED_MODULE_0__/* .matcherKey */ .i)(matcher);
        const known = predicates.get(key);
        if (known !== undefined)
            return { is: 'atom', atom: known };
        predicates.set(key, list.length);
        return { is: 'atom', atom: list.push(matcher) - 1 };
    };
    const formulas = matchers.map(matcher => formulaOf(matcher, number));
    const elements = (0,_partition_js__WEBPACK_IMPORTED_MODULE_1__/* .partition */ .j)({ ...dimension, multiple: false, optional: false }, list, null, budget);
    return literals => {
        budget.spend(1 + literals.length, dimension.name);
        const demands = literals.map(({ matcher, holds }) => ({
            formula: (0,_indexed_js__WEBPACK_IMPORTED_MODULE_2__.at)(formulas, matcher),
            holds
        }));
        return solve(demands, { elements, optional: dimension.optional, budget });
    };
}
/** Statements about a set: atoms are "some element satisfies predicate n". */
function formulaOf(matcher, number) {
    const single = elementPredicate(matcher);
    if (single !== null)
        return number(single);
    switch (matcher.is) {
        case 'present':
            return { is: 'present' };
        case 'absent':
            return { is: 'not', of: { is: 'present' } };
        case 'not':
            return { is: 'not', of: formulaOf(matcher.of, number) };
        case 'all':
        case 'any':
            return { is: matcher.is, of: matcher.of.map(part => formulaOf(part, number)) };
        default:
            return number(matcher);
    }
}
/** The P of "some element is in P"; a union of such statements is one again. */
function elementPredicate(matcher) {
    switch (matcher.is) {
        case 'present':
        case 'absent':
        case 'not':
        case 'all':
            return null;
        case 'some':
            return matcher.of;
        case 'any': {
            const parts = matcher.of.map(elementPredicate);
            return parts.every(part => part !== null) ? { is: 'any', of: parts } : null;
        }
        default:
            return matcher;
    }
}
/** Splits alternatives until every demand is an atom. */
function solve(demands, problem) {
    problem.budget.spend(1, problem.elements.dimension.name);
    for (let index = 0; index < demands.length; index += 1) {
        const { formula, holds } = (0,_indexed_js__WEBPACK_IMPORTED_MODULE_2__.at)(demands, index);
        if (formula.is === 'atom' || formula.is === 'present')
            continue;
        const rest = demands.toSpliced(index, 1);
        if (formula.is === 'not')
            return solve([...rest, { formula: formula.of, holds: !holds }], problem);
        if ((formula.is === 'all') === holds) {
            return solve([...rest, ...formula.of.map(part => ({ formula: part, holds }))], problem);
        }
        for (const part of formula.of) {
            const solution = solve([...rest, { formula: part, holds }], problem);
            if (solution !== undefined)
                return solution;
        }
        return undefined;
    }
    return solveAtoms(demands, problem);
}
function solveAtoms(demands, { elements, optional }) {
    const forbidden = new Set();
    const demanded = [];
    let present = optional ? null : true;
    for (const { formula, holds } of demands) {
        if (formula.is === 'present') {
            if (present === !holds)
                return undefined;
            present = holds;
        }
        else if (formula.is === 'atom') {
            const classes = (0,_indexed_js__WEBPACK_IMPORTED_MODULE_2__.at)(elements.holds, formula.atom);
            if (holds)
                demanded.push(classes);
            else
                for (const one of classes)
                    forbidden.add(one);
        }
    }
    if (present === false)
        return demanded.length === 0 ? null : undefined;
    if (demanded.length === 0) {
        if (present === null)
            return null;
        demanded.push(elements.values.map((_, index) => index));
    }
    const chosen = [];
    for (const classes of demanded) {
        if (classes.some(one => chosen.includes(one)))
            continue;
        const best = bestClass(classes, elements, forbidden);
        if (best === undefined)
            return undefined;
        chosen.push(best);
    }
    for (const one of [...chosen].reverse()) {
        const others = chosen.filter(other => other !== one);
        const idle = demanded.every(classes => classes.some(other => others.includes(other)));
        if (idle)
            chosen.splice(chosen.indexOf(one), 1);
    }
    return chosen
        .sort((a, b) => (0,_indexed_js__WEBPACK_IMPORTED_MODULE_2__.at)(elements.ranks, a) - (0,_indexed_js__WEBPACK_IMPORTED_MODULE_2__.at)(elements.ranks, b))
        .map(one => elements.values[one] ?? '');
}
function bestClass(classes, elements, forbidden) {
    let best;
    for (const one of classes) {
        if (forbidden.has(one))
            continue;
        if (best === undefined || (0,_indexed_js__WEBPACK_IMPORTED_MODULE_2__.at)(elements.ranks, one) < (0,_indexed_js__WEBPACK_IMPORTED_MODULE_2__.at)(elements.ranks, best))
            best = one;
    }
    return best;
}


/***/ }),

/***/ 6395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b0: () => (/* binding */ boxOf),
  T2: () => (/* binding */ makeSpace),
  $d: () => (/* binding */ sizeOf)
});

// EXTERNAL MODULE: ./build/decision/bits.js
var bits = __webpack_require__(5523);
// EXTERNAL MODULE: ./build/decision/budget.js
var decision_budget = __webpack_require__(1862);
// EXTERNAL MODULE: ./build/decision/decide.js
var decide = __webpack_require__(9339);
// EXTERNAL MODULE: ./build/decision/formula.js
var formula = __webpack_require__(6521);
// EXTERNAL MODULE: ./build/decision/indexed.js
var indexed = __webpack_require__(7882);
// EXTERNAL MODULE: ./build/decision/matcher-key.js
var matcher_key = __webpack_require__(7679);
// EXTERNAL MODULE: ./build/decision/sets.js
var sets = __webpack_require__(7838);
// EXTERNAL MODULE: ./build/decision/theories/strings.js + 5 modules
var strings = __webpack_require__(7022);
;// CONCATENATED MODULE: ./build/decision/demand.js






function onDemand(dimension, matchers, budget) {
    const find = dimension.multiple
        ? (0,sets/* setFinder */.d)(dimension, matchers, budget)
        : stringFinder(dimension, matchers, budget);
    const known = new Map();
    return {
        dimension,
        matchers,
        find(literals) {
            const key = literals.map(({ matcher, holds }) => (holds ? matcher : ~matcher)).join();
            if (!known.has(key))
                known.set(key, find(literals));
            return known.get(key);
        }
    };
}
function stringFinder(dimension, matchers, budget) {
    const atoms = new formula/* Atoms */.NY(dimension);
    const formulas = matchers.map(matcher => atoms.formula(matcher));
    const domain = dimension.domain === undefined ? null : atoms.formula(dimension.domain);
    return literals => {
        const parts = literals.map(({ matcher, holds }) => {
            const formula = (0,indexed.at)(formulas, matcher);
            return holds ? formula : { is: 'not', of: formula };
        });
        const wanted = { is: 'all', of: parts };
        if (dimension.optional && (0,formula/* evaluate */._3)(wanted, () => false, false))
            return null;
        const natural = (dimension.natural ?? []).find(value => (dimension.domain === undefined || (0,decide/* matches */.cK)(dimension.domain, value, dimension)) &&
            literals.every(({ matcher, holds }) => (0,decide/* matches */.cK)((0,indexed.at)(matchers, matcher), value, dimension) === holds));
        if (natural !== undefined)
            return natural;
        const question = { dimension, atoms: atoms.list, domain, universe: null, budget };
        return (0,strings/* findString */.Z)(question, wanted) ?? undefined;
    };
}
/** A matcher as a conjunction of simpler ones and their negations. */
function conjuncts(matcher, holds = true) {
    if (matcher.is === 'not')
        return conjuncts(matcher.of, !holds);
    if (matcher.is === 'absent')
        return [{ matcher: { is: 'present' }, holds: !holds }];
    if (matcher.is === (holds ? 'all' : 'any')) {
        return matcher.of.flatMap(part => conjuncts(part, holds));
    }
    return [{ matcher, holds }];
}
/** Literals sorted and without repetition; `null` where two contradict each other. */
function joinLiterals(literals) {
    const joined = new Map();
    for (const literal of literals) {
        const known = joined.get(literal.matcher);
        if (known !== undefined && known.holds !== literal.holds)
            return null;
        joined.set(literal.matcher, literal);
    }
    return [...joined.values()].sort((a, b) => a.matcher - b.matcher);
}
/** Numbers matchers by what they say. */
class Matchers {
    list = [];
    #numbers = new Map();
    number(matcher) {
        const key = (0,matcher_key/* matcherKey */.i)(matcher);
        let number = this.#numbers.get(key);
        if (number === undefined) {
            number = this.list.push(matcher) - 1;
            this.#numbers.set(key, number);
        }
        return number;
    }
}

;// CONCATENATED MODULE: ./build/decision/diagram.js


/** Makes and remembers the nodes over axes of the given sizes. */
class Diagrams {
    everything = { id: 0, axis: Number.POSITIVE_INFINITY, edges: [] };
    #sizes;
    #nodes = new Map();
    #unions = new Map();
    constructor(sizes) {
        this.#sizes = sizes;
    }
    /** Edges with one target are merged; classes of different edges must be disjoint. */
    node(axis, edges) {
        const merged = new Map();
        for (const { classes, to } of edges) {
            const known = merged.get(to);
            if (known === undefined)
                merged.set(to, classes.slice());
            else
                (0,bits/* addAll */.RZ)(known, classes);
        }
        const list = [...merged]
            .map(([to, classes]) => ({ classes, to }))
            .filter(({ classes }) => !(0,bits/* isNone */.$I)(classes))
            .sort((a, b) => a.to.id - b.to.id);
        const first = list[0];
        if (first === undefined)
            return null;
        const size = (0,indexed.at)(this.#sizes, axis);
        if (list.length === 1 && (0,bits/* isAll */.kd)(first.classes, size)) {
            return first.to;
        }
        const key = `${axis};${list.map(({ classes, to }) => `${to.id}:${classes.join()}`).join(';')}`;
        let node = this.#nodes.get(key);
        if (node === undefined) {
            node = { id: this.#nodes.size + 1, axis, edges: list };
            this.#nodes.set(key, node);
        }
        return node;
    }
    union(a, b) {
        if (a === null || a === b)
            return b;
        if (b === null)
            return a;
        if (a === this.everything || b === this.everything)
            return this.everything;
        const key = a.id < b.id ? `${a.id},${b.id}` : `${b.id},${a.id}`;
        const known = this.#unions.get(key);
        if (known !== undefined)
            return known;
        const axis = Math.min(a.axis, b.axis);
        const size = (0,indexed.at)(this.#sizes, axis);
        const made = this.node(axis, this.#joined(this.edges(a, axis), this.edges(b, axis), size));
        if (made === null)
            throw new Error('the union of two sets that hold points is not empty');
        this.#unions.set(key, made);
        return made;
    }
    /** The edges of a node on an axis at or above its own. */
    edges(node, axis) {
        return node.axis === axis ? node.edges : [{ classes: (0,bits/* allBits */.YN)((0,indexed.at)(this.#sizes, axis)), to: node }];
    }
    #joined(left, right, size) {
        const edges = [];
        for (const [mine, others] of [
            [left, right],
            [right, left]
        ]) {
            const covered = (0,bits/* noBits */.aX)(size);
            for (const { classes } of others)
                (0,bits/* addAll */.RZ)(covered, classes);
            for (const { classes, to } of mine) {
                edges.push({ classes: (0,bits/* without */.FF)(classes, covered), to });
            }
        }
        for (const a of left) {
            for (const b of right) {
                const classes = (0,bits/* both */.WP)(a.classes, b.classes);
                if ((0,bits/* isNone */.$I)(classes))
                    continue;
                const to = this.union(a.to, b.to);
                if (to !== null)
                    edges.push({ classes, to });
            }
        }
        return edges;
    }
    /** The points of a set that lie in the classes of one axis. */
    restrict(points, axis, classes) {
        if (points === null)
            return null;
        if (points.axis > axis)
            return this.node(axis, [{ classes, to: points }]);
        if (points.axis === axis) {
            return this.node(axis, points.edges.map(edge => ({ classes: (0,bits/* both */.WP)(edge.classes, classes), to: edge.to })));
        }
        const edges = [];
        for (const edge of points.edges) {
            const to = this.restrict(edge.to, axis, classes);
            if (to !== null)
                edges.push({ classes: edge.classes, to });
        }
        return this.node(points.axis, edges);
    }
    /** A set cut along one axis: classes that leave the same points go together; those that leave none are left out. */
    slices(points, axis, known = new Map()) {
        if (points.axis >= axis)
            return this.edges(points, axis);
        const before = known.get(points);
        if (before !== undefined)
            return before;
        let blocks = [{ classes: (0,bits/* allBits */.YN)((0,indexed.at)(this.#sizes, axis)), edges: [] }];
        for (const edge of points.edges) {
            const parts = this.slices(edge.to, axis, known);
            blocks = blocks.flatMap(block => {
                let rest = block.classes;
                const made = parts.map(part => {
                    rest = (0,bits/* without */.FF)(rest, part.classes);
                    const here = { classes: edge.classes, to: part.to };
                    return { classes: (0,bits/* both */.WP)(block.classes, part.classes), edges: [...block.edges, here] };
                });
                return [...made, { classes: rest, edges: block.edges }].filter(one => !(0,bits/* isNone */.$I)(one.classes));
            });
        }
        const found = new Map();
        for (const { classes, edges } of blocks) {
            const to = this.node(points.axis, edges);
            if (to === null)
                continue;
            const known = found.get(to);
            if (known === undefined)
                found.set(to, classes.slice());
            else
                (0,bits/* addAll */.RZ)(known, classes);
        }
        const edges = [...found].map(([to, classes]) => ({ classes, to }));
        known.set(points, edges);
        return edges;
    }
    /** Whether a box (the classes allowed on each axis that it names) lies in a set. */
    covers(points, box, known = new Map()) {
        if (points === null)
            return false;
        if (points === this.everything)
            return true;
        const before = known.get(points);
        if (before !== undefined)
            return before;
        let rest = box.get(points.axis) ?? (0,bits/* allBits */.YN)((0,indexed.at)(this.#sizes, points.axis));
        let inside = true;
        for (const edge of points.edges) {
            if (!(0,bits/* meet */.A0)(rest, edge.classes))
                continue;
            rest = (0,bits/* without */.FF)(rest, edge.classes);
            if (!this.covers(edge.to, box, known))
                inside = false;
        }
        const result = inside && (0,bits/* isNone */.$I)(rest);
        known.set(points, result);
        return result;
    }
    /** The points of a box; empty where one of its sets is. */
    box(sides) {
        let points = this.everything;
        for (const [axis, classes] of [...sides].sort((a, b) => b[0] - a[0])) {
            if (points !== null)
                points = this.node(axis, [{ classes, to: points }]);
        }
        return points;
    }
    /** `classOf` is asked for the axes that matter alone; -1 is no class. */
    contains(points, classOf) {
        let node = points;
        while (node !== null && node !== this.everything) {
            const one = classOf(node.axis);
            node = node.edges.find(edge => one >= 0 && (0,bits/* hasBit */.c0)(edge.classes, one))?.to ?? null;
        }
        return node !== null;
    }
}

// EXTERNAL MODULE: ./build/decision/partition.js + 2 modules
var partition = __webpack_require__(6834);
;// CONCATENATED MODULE: ./build/decision/space.js






/**
 * `universe` may name, for a dimension, matchers outside of whose union nothing is asked.
 * Throws `Exhausted`.
 */
function makeSpace(dimensions, rows, impossible, universe, budget) {
    const named = new Map(dimensions.map(dimension => [dimension.name, dimension]));
    const used = new Map();
    for (const row of [...impossible, ...rows]) {
        for (const [name, matcher] of Object.entries(row)) {
            if (!named.has(name))
                throw new Error(`the table has no dimension ${name}`);
            let matchers = used.get(name);
            if (matchers === undefined) {
                matchers = new Matchers();
                used.set(name, matchers);
            }
            matchers.number(matcher);
        }
    }
    for (const matchers of used.values()) {
        for (const matcher of matchers.list.flatMap(partsOf))
            matchers.number(matcher);
    }
    const places = new Map();
    const axes = [];
    for (const dimension of byDiscrimination(dimensions, used)) {
        const matchers = used.get(dimension.name) ?? new Matchers();
        const first = axes.length;
        const cut = dimension.multiple
            ? null
            : tryPartition(dimension, matchers.list, universe(dimension.name), budget);
        if (cut !== null) {
            axes.push({ is: 'classes', dimension, partition: cut });
            places.set(dimension.name, { first, matchers, cut: true });
            continue;
        }
        const literals = new Matchers();
        for (const matcher of matchers.list) {
            for (const part of conjuncts(matcher))
                literals.number(part.matcher);
        }
        const demand = onDemand(dimension, literals.list, budget);
        literals.list.forEach((_, matcher) => {
            axes.push({ is: 'literal', dimension, demand, matcher });
        });
        places.set(dimension.name, { first, matchers: literals, cut: false });
    }
    const diagrams = new Diagrams(axes.map(sizeOf));
    let nowhere = null;
    for (const when of impossible) {
        const conditions = conditionsOf(when, places);
        if (conditions === null)
            continue;
        nowhere = diagrams.union(nowhere, diagrams.box(boxOf(conditions, axes)));
    }
    return {
        dimensions,
        axes,
        diagrams,
        budget,
        impossible: nowhere,
        conditions: when => conditionsOf(when, places)
    };
}
/** What a matcher is made of: no row asks for these alone, but descriptions are better said with them. */
function partsOf(matcher) {
    if (matcher.is === 'not')
        return [matcher.of, ...partsOf(matcher.of)];
    if (matcher.is === 'all' || matcher.is === 'any') {
        return matcher.of.flatMap(part => [part, ...partsOf(part)]);
    }
    return [];
}
function sizeOf(axis) {
    return axis.is === 'classes' ? axis.partition.values.length : 2;
}
/** Dimensions with most distinct matchers first: their classes leave the shortest lists. */
function byDiscrimination(dimensions, used) {
    const count = (dimension) => used.get(dimension.name)?.list.length ?? 0;
    return dimensions
        .filter(dimension => count(dimension) > 0)
        .sort((a, b) => Number(a.multiple) - Number(b.multiple) || count(b) - count(a));
}
function tryPartition(dimension, matchers, universe, budget) {
    try {
        return (0,partition/* partition */.j)(dimension, matchers, universe, budget);
    }
    catch (error) {
        if (error instanceof decision_budget/* Exhausted */.mS && error.limit === 'states')
            return null;
        throw error;
    }
}
/** The classes that meet conditions, axis by axis. */
function boxOf(conditions, axes) {
    const box = new Map();
    for (const { axis: number, asks } of conditions) {
        const axis = (0,indexed.at)(axes, number);
        const classes = axis.is === 'literal' ? [asks] : (0,indexed.at)(axis.partition.holds, asks);
        box.set(number, (0,bits/* bitsOf */.e4)(sizeOf(axis), classes));
    }
    return box;
}
function conditionsOf(when, places) {
    const conditions = [];
    for (const [name, matcher] of Object.entries(when)) {
        const place = places.get(name);
        if (place === undefined)
            throw new Error(`no axis for dimension ${name}`);
        if (place.cut) {
            conditions.push({ axis: place.first, asks: place.matchers.number(matcher) });
            continue;
        }
        const literals = joinLiterals(conjuncts(matcher).map(part => ({
            matcher: place.matchers.number(part.matcher),
            holds: part.holds
        })));
        if (literals === null)
            return null;
        for (const literal of literals) {
            conditions.push({ axis: place.first + literal.matcher, asks: literal.holds ? 1 : 0 });
        }
    }
    return conditions.sort((a, b) => a.axis - b.axis);
}


/***/ }),

/***/ 7022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ findString),
  q: () => (/* binding */ partitionStrings)
});

// EXTERNAL MODULE: ./build/decision/automata/alphabet.js
var automata_alphabet = __webpack_require__(9103);
// EXTERNAL MODULE: ./build/decision/budget.js
var decision_budget = __webpack_require__(1862);
// EXTERNAL MODULE: ./build/decision/indexed.js
var indexed = __webpack_require__(7882);
;// CONCATENATED MODULE: ./build/decision/automata/joint.js


function startOf(automata) {
    return living(automata, automata.map((_, index) => index), automata.map(automaton => automaton.start));
}
/** Distinct joint states one symbol away, by their best symbol. */
function stepsFrom(automata, from) {
    const { live, states } = from;
    const places = [];
    const moves = [];
    let cuts = [];
    let active = 0;
    for (let one = 0; one < live.length; one += 1) {
        const automaton = (0,indexed.at)(automata, live[one] ?? 0);
        const state = states[one] ?? 0;
        places.push(0);
        if (automaton.settled(state)) {
            moves.push(null);
            continue;
        }
        const move = automaton.moves(state);
        moves.push(move);
        active += 1;
        cuts = active === 1 ? move.cuts.slice() : cuts.concat(move.cuts);
    }
    if (active === 0)
        return [];
    if (active > 1)
        cuts.sort((a, b) => a - b);
    const found = [];
    const bySum = new Map();
    for (let index = 0; index < cuts.length; index += 1) {
        const cut = cuts[index] ?? 0;
        const end = cuts[index + 1] ?? automata_alphabet/* LAST_SYMBOL */.CN + 1;
        if (end === cut)
            continue;
        const targets = [];
        let sum = 0;
        for (let one = 0; one < live.length; one += 1) {
            const move = moves[one] ?? null;
            let target = states[one] ?? 0;
            if (move !== null) {
                let place = places[one] ?? 0;
                while ((move.cuts[place + 1] ?? end) <= cut)
                    place += 1;
                places[one] = place;
                target = move.targets[place] ?? 0;
            }
            targets.push(target);
            sum = (sum * 31 + target) | 0;
        }
        const symbol = (0,automata_alphabet/* bestSymbol */.hH)(cut, end - 1);
        if (symbol < 0)
            continue;
        const rank = (0,automata_alphabet/* symbolRank */.vA)(symbol);
        const alike = bySum.get(sum);
        const same = alike?.find(other => other.targets.every((target, one) => target === targets[one]));
        if (same !== undefined) {
            if (rank >= same.step.rank)
                continue;
            same.step.symbol = symbol;
            same.step.rank = rank;
            continue;
        }
        const step = { to: living(automata, live, targets), symbol, rank };
        found.push(step);
        if (alike === undefined)
            bySum.set(sum, [{ targets, step }]);
        else
            alike.push({ targets, step });
    }
    return found.sort((a, b) => a.rank - b.rank);
}
function living(automata, live, states) {
    const kept = { live: [], states: [] };
    for (let one = 0; one < live.length; one += 1) {
        const automaton = (0,indexed.at)(automata, live[one] ?? 0);
        const state = states[one] ?? 0;
        if (automaton.acceptance(state) === 0 && automaton.settled(state))
            continue;
        kept.live.push(live[one] ?? 0);
        kept.states.push(state);
    }
    return kept;
}

;// CONCATENATED MODULE: ./build/decision/automata/explore.js




/**
 * Walks the product of automata breadth first, best symbol first, so that the first word that reaches a class is
 * its best word. A state to which one word alone leads is not looked up, nor counted: there are no more of them
 * than symbols in the matchers. Throws `Exhausted` beyond the states of the budget.
 */
function explore(exploration) {
    const { automata, budget, dimension } = exploration;
    const seen = new Set();
    const found = new Map();
    /** False when the walk may end. */
    function classify(visit) {
        const { live, states } = visit.joint;
        let key = '';
        for (let one = 0; one < live.length; one += 1) {
            const index = live[one] ?? 0;
            const acceptance = (0,indexed.at)(automata, index).acceptance(states[one] ?? 0);
            if (acceptance > 0)
                key += `${index}:${acceptance},`;
        }
        const known = found.get(key);
        if (known !== undefined) {
            if (known.visit.order === 0)
                known.visit = visit;
            return true;
        }
        const atoms = live.flatMap((index, one) => {
            const automaton = (0,indexed.at)(automata, index);
            return automaton.accepted(automaton.acceptance(states[one] ?? 0));
        });
        found.set(key, { atoms, visit });
        return exploration.met?.(atoms) ?? true;
    }
    /** Whether the state is new. */
    function enter({ live, states }) {
        let key = '';
        for (let one = 0; one < live.length; one += 1) {
            const index = live[one] ?? 0;
            if ((0,indexed.at)(automata, index).unique(states[one] ?? 0))
                return true;
            key += `${index}:${states[one]},`;
        }
        if (seen.has(key))
            return false;
        seen.add(key);
        if (seen.size > budget.limits.states) {
            throw new decision_budget/* Exhausted */.mS(dimension, 'states', budget.limits.states);
        }
        return true;
    }
    /** Where nothing is left to be decided, every word is of the first class. */
    let first = '';
    const visits = [{ joint: startOf(automata), parent: null, symbol: 0, order: 0 }];
    for (const visit of visits) {
        if (!classify(visit))
            break;
        const steps = stepsFrom(automata, visit.joint);
        budget.spend(1 + steps.length, dimension);
        if (visit.parent === null && steps.length === 0) {
            first = String.fromCodePoint((0,automata_alphabet/* bestSymbol */.hH)(0, automata_alphabet/* LAST_SYMBOL */.CN));
        }
        for (const { to, symbol } of steps) {
            if (!exploration.wanted(to) || !enter(to))
                continue;
            visits.push({ joint: to, parent: visit, symbol, order: visits.length });
        }
    }
    budget.states += visits.length;
    return [...found.values()]
        .sort((a, b) => a.visit.order - b.visit.order)
        .map(({ atoms, visit }) => ({
        atoms: [...atoms].sort((a, b) => a - b),
        word: visit.parent === null ? first : wordOf(visit),
        order: visit.order
    }));
}
function wordOf(visit) {
    const letters = [];
    for (let here = visit; here.parent !== null; here = here.parent) {
        letters.push(String.fromCodePoint(here.symbol));
    }
    return letters.reverse().join('');
}

;// CONCATENATED MODULE: ./build/decision/automata/literals.js

/**
 * All exact and prefix atoms as one automaton. A state is a range of the sorted literals, so nothing is built
 * for branches that are not walked. With `fold`, ASCII letters are read as their lower case.
 */
function literalAutomaton(literals, fold) {
    const sorted = [...literals].sort((a, b) => compareText(a.value, b.value) || a.atom - b.atom);
    const positions = new Map(sorted.map((literal, index) => [literal.atom, index]));
    const states = [];
    const mets = [];
    const acceptances = [[]];
    const steps = new Map();
    let hopes = new Uint32Array(sorted.length + 1);
    let marks = new Set();
    function addMet(atoms) {
        const met = mets.length;
        const acceptance = met === 0 ? 0 : acceptances.push(atoms) - 1;
        const tail = states.length;
        states.push({ from: 0, to: 0, depth: 0, met, ended: 0, acceptance });
        mets.push({ atoms, hopeful: atoms.some(atom => marks.has(atom)), tail });
        return met;
    }
    function addState(from, to, depth, before) {
        let ended = 0;
        const opened = [];
        const exact = [];
        while (from + ended < to && (0,indexed.at)(sorted, from + ended).value.length === depth) {
            const literal = (0,indexed.at)(sorted, from + ended);
            (literal.open ? opened : exact).push(literal.atom);
            ended += 1;
        }
        const met = opened.length === 0 ? before : addMet([...(0,indexed.at)(mets, before).atoms, ...opened]);
        if (from + ended === to && exact.length === 0)
            return (0,indexed.at)(mets, met).tail;
        const acceptance = exact.length === 0
            ? (0,indexed.at)(states, (0,indexed.at)(mets, met).tail).acceptance
            : acceptances.push([...(0,indexed.at)(mets, met).atoms, ...exact]) - 1;
        return states.push({ from, to, depth, met, ended, acceptance }) - 1;
    }
    function move(state) {
        const tail = (0,indexed.at)(mets, state.met).tail;
        const children = [];
        let index = state.from + state.ended;
        while (index < state.to) {
            const symbol = symbolAt((0,indexed.at)(sorted, index).value, state.depth);
            let end = index + 1;
            while (end < state.to && symbolAt((0,indexed.at)(sorted, end).value, state.depth) === symbol)
                end += 1;
            const depth = state.depth + (symbol > 0xffff ? 2 : 1);
            const target = addState(index, end, depth, state.met);
            children.push([symbol, target]);
            if (fold && symbol >= 0x61 && symbol <= 0x7a)
                children.push([symbol - 32, target]);
            index = end;
        }
        children.sort((a, b) => a[0] - b[0]);
        const cuts = [0];
        const targets = [tail];
        for (const [symbol, target] of children) {
            if (cuts.at(-1) === symbol)
                targets[targets.length - 1] = target;
            else {
                cuts.push(symbol);
                targets.push(target);
            }
            cuts.push(symbol + 1);
            targets.push(tail);
        }
        return { cuts, targets };
    }
    addMet([]);
    const start = addState(0, sorted.length, 0, 0);
    return {
        start,
        moves(state) {
            let known = steps.get(state);
            if (known === undefined) {
                known = move((0,indexed.at)(states, state));
                steps.set(state, known);
            }
            return known;
        },
        acceptance: state => (0,indexed.at)(states, state).acceptance,
        accepted: acceptance => (0,indexed.at)(acceptances, acceptance),
        settled: state => (0,indexed.at)(states, state).to === 0,
        unique: state => !fold && (0,indexed.at)(states, state).to > 0,
        fate(state, atom) {
            const { from, to, met } = (0,indexed.at)(states, state);
            const position = positions.get(atom) ?? -1;
            if ((0,indexed.at)(mets, met).atoms.includes(atom))
                return true;
            return position < from || position >= to ? false : null;
        },
        mark(marked) {
            marks = marked;
            for (const met of mets)
                met.hopeful = met.atoms.some(atom => marked.has(atom));
            hopes = new Uint32Array(sorted.length + 1);
            sorted.forEach((literal, index) => {
                hopes[index + 1] = (0,indexed.at)(hopes, index) + (marked.has(literal.atom) ? 1 : 0);
            });
        },
        hopeful(state) {
            const { from, to, met } = (0,indexed.at)(states, state);
            return (0,indexed.at)(mets, met).hopeful || (0,indexed.at)(hopes, to) > (0,indexed.at)(hopes, from);
        },
        possible(state, name) {
            const { from, to, met } = (0,indexed.at)(states, state);
            for (const atom of (0,indexed.at)(mets, met).atoms)
                name(atom);
            for (let index = from; index < to; index += 1)
                name((0,indexed.at)(sorted, index).atom);
        }
    };
}
function symbolAt(text, index) {
    return text.codePointAt(index) ?? 0;
}
/** By UTF-16 units: literals with a common beginning stay together. */
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: ./build/decision/pattern.js
var pattern = __webpack_require__(1113);
// EXTERNAL MODULE: ./build/decision/automata/program.js
var program = __webpack_require__(3954);
;// CONCATENATED MODULE: ./build/decision/automata/occurring.js



/** Symbols that can occur in a value of a domain; `null`: all. Never too few. */
function occurring(domain, atoms) {
    if (domain === null)
        return null;
    switch (domain.is) {
        case 'atom':
            return occurringIn((0,indexed.at)(atoms, domain.atom));
        case 'any': {
            const parts = domain.of.map(part => occurring(part, atoms));
            return parts.every(part => part !== null) ? parts.flat() : null;
        }
        case 'all': {
            const parts = domain.of.map(part => occurring(part, atoms)).filter(part => part !== null);
            return parts.sort((a, b) => a.length - b.length)[0] ?? null;
        }
        default:
            return null;
    }
}
function occurringIn(atom) {
    if (atom.is === 'exact' && atom.ignoreCase !== true) {
        return [...atom.value].flatMap(letter => {
            const symbol = letter.codePointAt(0) ?? 0;
            return [symbol, symbol];
        });
    }
    if (atom.is !== 'regex')
        return null;
    const compiled = (0,pattern/* pattern */.T)(atom.value);
    if (!compiled.ok)
        return null;
    return (0,program/* readProgram */.Lk)(compiled.regex).instructions.flatMap(instruction => instruction.is === 'read' ? instruction.ranges : []);
}

// EXTERNAL MODULE: ./build/decision/automata/regex.js + 2 modules
var automata_regex = __webpack_require__(6329);
;// CONCATENATED MODULE: ./build/decision/automata/suffixes.js

/**
 * All suffix atoms as one automaton (Aho and Corasick): a state is the longest end of the word read so far that
 * begins one of the values. With `fold`, ASCII letters are read as their lower case.
 */
function suffixAutomaton(suffixes, fold) {
    const nodes = build(suffixes);
    const steps = new Map();
    const acceptances = [[]];
    const interned = new Map([['', 0]]);
    const acceptanceOf = nodes.map(({ atoms }) => {
        const known = interned.get(atoms.join());
        if (known !== undefined)
            return known;
        interned.set(atoms.join(), acceptances.length);
        return acceptances.push(atoms) - 1;
    });
    let hope = false;
    function move(state) {
        const targets = new Map();
        for (let node = state;; node = (0,indexed.at)(nodes, node).fallback) {
            for (const [symbol, child] of (0,indexed.at)(nodes, node).children) {
                if (!targets.has(symbol))
                    targets.set(symbol, child);
            }
            if (node === 0)
                break;
        }
        const cuts = [0];
        const to = [0];
        const edges = [...targets].flatMap(([symbol, child]) => fold && symbol >= 0x61 && symbol <= 0x7a
            ? [[symbol, child], [symbol - 32, child]]
            : [[symbol, child]]);
        edges.sort((a, b) => a[0] - b[0]);
        for (const [symbol, child] of edges) {
            if (cuts.at(-1) === symbol)
                to[to.length - 1] = child;
            else {
                cuts.push(symbol);
                to.push(child);
            }
            cuts.push(symbol + 1);
            to.push(0);
        }
        return { cuts, targets: to };
    }
    return {
        start: 0,
        moves(state) {
            let known = steps.get(state);
            if (known === undefined) {
                known = move(state);
                steps.set(state, known);
            }
            return known;
        },
        acceptance: state => (0,indexed.at)(acceptanceOf, state),
        accepted: acceptance => (0,indexed.at)(acceptances, acceptance),
        settled: () => nodes.length === 1,
        unique: () => false,
        fate: (_state, atom) => ((0,indexed.at)(nodes, 0).atoms.includes(atom) ? true : null),
        mark(marked) {
            hope = suffixes.some(suffix => marked.has(suffix.atom));
        },
        hopeful: () => hope,
        possible(_state, name) {
            for (const suffix of suffixes)
                name(suffix.atom);
        }
    };
}
function build(suffixes) {
    const nodes = [{ children: new Map(), fallback: 0, atoms: [] }];
    for (const suffix of suffixes) {
        let node = 0;
        for (const letter of suffix.value) {
            const symbol = letter.codePointAt(0) ?? 0;
            let child = (0,indexed.at)(nodes, node).children.get(symbol);
            if (child === undefined) {
                child = nodes.push({ children: new Map(), fallback: 0, atoms: [] }) - 1;
                (0,indexed.at)(nodes, node).children.set(symbol, child);
            }
            node = child;
        }
        (0,indexed.at)(nodes, node).atoms = [...(0,indexed.at)(nodes, node).atoms, suffix.atom];
    }
    const queue = [0];
    for (const parent of queue) {
        for (const [symbol, child] of (0,indexed.at)(nodes, parent).children) {
            let fallback = (0,indexed.at)(nodes, parent).fallback;
            let next = parent === 0 ? 0 : (0,indexed.at)(nodes, fallback).children.get(symbol);
            while (next === undefined && fallback !== 0) {
                fallback = (0,indexed.at)(nodes, fallback).fallback;
                next = (0,indexed.at)(nodes, fallback).children.get(symbol);
            }
            const node = (0,indexed.at)(nodes, child);
            node.fallback = next ?? 0;
            queue.push(child);
        }
        const node = (0,indexed.at)(nodes, parent);
        if (parent !== 0)
            node.atoms = [...node.atoms, ...(0,indexed.at)(nodes, node.fallback).atoms];
    }
    return nodes;
}

// EXTERNAL MODULE: ./build/decision/formula.js
var formula = __webpack_require__(6521);
;// CONCATENATED MODULE: ./build/decision/theories/strings.js










/** Classes of all strings by exact, prefix, suffix and regular expression: a walk through the joint automaton. */
function partitionStrings(question) {
    const { domain, universe, budget, dimension } = question;
    const { automata, decides } = automataOf(question);
    const outside = new Set();
    const hopes = universe === null ? null : hopeOf(universe, automata);
    const classes = explore({
        automata,
        budget,
        dimension: dimension.name,
        wanted(joint) {
            const fate = (atom) => fateIn(joint, automata, (0,indexed.at)(decides, atom), atom);
            if (domain !== null && (0,formula/* settle */.G9)(domain, fate, true) === false)
                return false;
            if (hopes === null || hopes(joint))
                return true;
            joint.live.forEach((index, one) => {
                (0,indexed.at)(automata, index).possible((0,indexed.at)(joint.states, one), atom => outside.add(atom));
            });
            return false;
        }
    });
    const inside = [];
    for (const { atoms: holding, word, order } of classes) {
        const set = new Set(holding);
        const holds = (atom) => set.has(atom);
        if (domain !== null && !(0,formula/* evaluate */._3)(domain, holds, true))
            continue;
        if (universe === null || (0,formula/* evaluate */._3)(universe, holds, true)) {
            inside.push({ atoms: holding, value: word, order });
        }
        else {
            for (const atom of holding)
                outside.add(atom);
        }
    }
    return { classes: inside, outside };
}
/** An automaton that is no longer live accepts nothing. */
function fateIn(joint, automata, index, atom) {
    const place = joint.live.indexOf(index);
    return place < 0 ? false : (0,indexed.at)(automata, index).fate((0,indexed.at)(joint.states, place), atom);
}
/** A value that makes a formula true, not the empty one where another does; or `null`. */
function findString(question, wanted) {
    const found = findFirst(question, wanted);
    if (found !== '')
        return found;
    const atoms = [...question.atoms, { is: 'regex', value: '(?s).+' }];
    const letters = { is: 'atom', atom: question.atoms.length };
    return findFirst({ ...question, atoms }, { is: 'all', of: [wanted, letters] }) ?? '';
}
/** Walks no further than the first value. */
function findFirst(question, wanted) {
    const { domain, budget, dimension } = question;
    const goal = domain === null ? wanted : { is: 'all', of: [domain, wanted] };
    const { automata, decides } = automataOf(question, (0,formula/* atomsOf */.QJ)(goal));
    let hit = false;
    const classes = explore({
        automata,
        budget,
        dimension: dimension.name,
        wanted: joint => (0,formula/* settle */.G9)(goal, atom => fateIn(joint, automata, (0,indexed.at)(decides, atom), atom), true) !== false,
        met(holding) {
            const set = new Set(holding);
            hit = (0,formula/* evaluate */._3)(goal, atom => set.has(atom), true);
            return !hit;
        }
    });
    return hit ? (classes.at(-1)?.word ?? null) : null;
}
/** A cheap test of whether the universe can still be reached: exact for unions of atoms, else an overestimate. */
function hopeOf(universe, automata) {
    const parts = universe.is === 'any' ? universe.of : [universe];
    const marked = new Set();
    for (const part of parts) {
        const hopes = positiveAtoms(part);
        if (hopes === null)
            return null;
        for (const atom of hopes)
            marked.add(atom);
    }
    for (const automaton of automata)
        automaton.mark(marked);
    return ({ live, states }) => live.some((index, one) => (0,indexed.at)(automata, index).hopeful((0,indexed.at)(states, one)));
}
/** Atoms of which one must hold where the formula holds; `null` where there are none such. */
function positiveAtoms(formula) {
    if (formula.is === 'atom')
        return [formula.atom];
    if (formula.is === 'any') {
        const all = formula.of.map(positiveAtoms);
        return all.every(part => part !== null) ? all.flat() : null;
    }
    if (formula.is === 'all') {
        for (const part of formula.of) {
            const atoms = positiveAtoms(part);
            if (atoms !== null)
                return atoms;
        }
    }
    return null;
}
/** One automaton for all literals, one for all suffixes (each again without case), one for each regex. */
function automataOf({ atoms, domain, budget, dimension }, used) {
    const literals = [[], []];
    const suffixes = [[], []];
    const regexes = [];
    const decides = atoms.map(() => 0);
    atoms.forEach((matcher, atom) => {
        if (used !== undefined && !used.has(atom))
            return;
        if (matcher.is === 'regex')
            regexes.push({ atom, value: matcher.value });
        if (matcher.is !== 'exact' && matcher.is !== 'prefix' && matcher.is !== 'suffix')
            return;
        const fold = matcher.ignoreCase === true;
        const value = fold ? (0,automata_alphabet/* foldAscii */.Dr)(matcher.value) : matcher.value;
        if (matcher.is === 'suffix')
            suffixes[fold ? 1 : 0].push({ value, atom });
        else
            literals[fold ? 1 : 0].push({ value, open: matcher.is === 'prefix', atom });
    });
    const automata = [];
    const add = (automaton, decided) => {
        for (const { atom } of decided)
            decides[atom] = automata.length;
        automata.push(automaton);
    };
    for (const fold of [0, 1]) {
        if (literals[fold].length > 0) {
            add(literalAutomaton(literals[fold], fold === 1), literals[fold]);
        }
        if (suffixes[fold].length > 0) {
            add(suffixAutomaton(suffixes[fold], fold === 1), suffixes[fold]);
        }
    }
    const charge = (threads) => budget.spend(threads, dimension.name);
    const alphabet = occurring(domain, atoms);
    /** These must say which symbols occur, so they see all. */
    const judges = domain === null ? new Set() : (0,formula/* atomsOf */.QJ)(domain);
    for (const regex of regexes) {
        const compiled = (0,pattern/* pattern */.T)(regex.value);
        if (!compiled.ok)
            throw new Error(`not RE2: ${regex.value}: ${compiled.reason}`);
        add((0,automata_regex/* regexAutomaton */.C)((0,program/* readProgram */.Lk)(compiled.regex), regex.atom, judges.has(regex.atom) ? null : alphabet, charge), [regex]);
    }
    return { automata, decides };
}


/***/ }),

/***/ 8925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vk: () => (/* binding */ sameJson),
/* harmony export */   lO: () => (/* binding */ contentKey),
/* harmony export */   tA: () => (/* binding */ manifestChanges)
/* harmony export */ });
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4584);
/* harmony import */ var _mesh_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5728);


/** Objects by ref that were added, removed, edited or moved, in the order of refs. */
function manifestChanges(base, head) {
    const before = new Map(base.map(manifest => [(0,_mesh_order_js__WEBPACK_IMPORTED_MODULE_0__/* .refKey */ .XF)(manifest.ref), manifest]));
    const after = new Map(head.map(manifest => [(0,_mesh_order_js__WEBPACK_IMPORTED_MODULE_0__/* .refKey */ .XF)(manifest.ref), manifest]));
    const changes = [];
    for (const [key, manifest] of after) {
        const old = before.get(key);
        if (old === undefined)
            changes.push({ base: null, head: manifest, equal: false });
        else if (old.object !== manifest.object && !sameJson(old.object, manifest.object)) {
            changes.push({ base: old, head: manifest, equal: false });
        }
        else if (old.file !== manifest.file) {
            changes.push({ base: old, head: manifest, equal: true });
        }
    }
    for (const [key, manifest] of before) {
        if (!after.has(key))
            changes.push({ base: manifest, head: null, equal: false });
    }
    return changes.sort((a, b) => {
        const left = changeKey(a);
        const right = changeKey(b);
        return left < right ? -1 : left > right ? 1 : 0;
    });
}
function changeKey({ base, head }) {
    const manifest = head ?? base;
    return manifest === null ? '' : (0,_mesh_order_js__WEBPACK_IMPORTED_MODULE_0__/* .refKey */ .XF)(manifest.ref);
}
/** Equal as JSON: the order of keys does not count, the order of lists does. */
function sameJson(a, b) {
    if (a === b)
        return true;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
        return false;
    if (isList(a) || isList(b)) {
        if (!isList(a) || !isList(b) || a.length !== b.length)
            return false;
        return a.every((item, index) => sameJson(item, b[index] ?? null));
    }
    return sameMap(a, b);
}
function sameMap(a, b) {
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length)
        return false;
    for (const key of keys) {
        const left = a[key];
        const right = b[key];
        if (left === undefined || right === undefined || !sameJson(left, right))
            return false;
    }
    return true;
}
function isList(value) {
    return Array.isArray(value);
}
/** A short name for the content of an object: equal content, equal name. */
function contentKey(manifest) {
    return (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$)(manifest.object);
}


/***/ }),

/***/ 1633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ worst),
/* harmony export */   R: () => (/* binding */ describeRef)
/* harmony export */ });
const worst = (a, b) => a === 'unknown' || b === 'unknown'
    ? 'unknown'
    : a === 'assumed' || b === 'assumed'
        ? 'assumed'
        : 'certain';
/** `VirtualService shop/reviews`. */
function describeRef(ref) {
    return `${ref.kind} ${ref.namespace === '' ? '' : `${ref.namespace}/`}${ref.name}`;
}


/***/ }),

/***/ 4584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ canonical),
/* harmony export */   R: () => (/* binding */ fingerprint)
/* harmony export */ });
/**
 * 12 hex digits that name the same facts in every run and on every platform.
 * cyrb53 twice with different seeds (96 bits mixed, 48 kept): not for secrets, no node:crypto in pure rooms.
 */
function fingerprint(facts) {
    const text = canonical(facts);
    return hash(text, 0).slice(0, 6) + hash(text, 0x9e3779b9).slice(0, 6);
}
/** JSON with object keys in code-unit order; `undefined` members left out. */
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    if (value === null || typeof value !== 'object')
        return JSON.stringify(value) ?? 'null';
    const members = [];
    const record = value;
    for (const key of Object.keys(record).sort()) {
        if (record[key] !== undefined)
            members.push(`${JSON.stringify(key)}:${canonical(record[key])}`);
    }
    return `{${members.join(',')}}`;
}
function hash(text, seed) {
    let high = 0xdeadbeef ^ seed;
    let low = 0x41c6ce57 ^ seed;
    for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        high = Math.imul(high ^ code, 2654435761);
        low = Math.imul(low ^ code, 1597334677);
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}


/***/ }),

/***/ 3766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MZ: () => (/* binding */ emptyMap),
/* harmony export */   Vz: () => (/* binding */ noFields),
/* harmony export */   jh: () => (/* binding */ isMap)
/* harmony export */ });
/**
 * Maps without Object.prototype above them, so that `__proto__` and `constructor` are only keys. The prototype is an
 * empty object without one: V8 keeps such maps as fast as literals, which it does not for Object.create(null).
 */
const NullMap = function NullMap() { }; // a function, since a class has a fixed prototype
NullMap.prototype = Object.freeze(Object.create(null));
function emptyMap() {
    return new NullMap();
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const noFields = Object.freeze(emptyMap());


/***/ }),

/***/ 5000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ overlaps),
/* harmony export */   E$: () => (/* binding */ intersection),
/* harmony export */   HS: () => (/* binding */ isSubset),
/* harmony export */   Ss: () => (/* binding */ qualify),
/* harmony export */   eW: () => (/* binding */ kubernetesService),
/* harmony export */   nr: () => (/* binding */ namesForNamespace),
/* harmony export */   z2: () => (/* binding */ isWildcard)
/* harmony export */ });
/* unused harmony exports bySpecificity, mostSpecific */
/**
 * The algebra of host names. A wildcard begins with `*` and matches by plain suffix, not label by label.
 * Case counts; callers fold where Istio folds. Source: istio pkg/config/host/name.go, names.go.
 */
function isWildcard(host) {
    return host.startsWith('*');
}
/** Do the two patterns share a name? Either side may be the wildcard. */
function overlaps(a, b) {
    const wildA = isWildcard(a);
    const wildB = isWildcard(b);
    if (wildA && wildB) {
        return a.length < b.length ? b.endsWith(a.slice(1)) : a.endsWith(b.slice(1));
    }
    if (wildA)
        return b.endsWith(a.slice(1));
    if (wildB)
        return a.endsWith(b.slice(1));
    return a === b;
}
/** Is every name of `a` a name of `b`? */
function isSubset(a, b) {
    const wildA = isWildcard(a);
    const wildB = isWildcard(b);
    if (wildA && wildB)
        return a.length >= b.length && a.slice(1).endsWith(b.slice(1));
    if (wildA)
        return false;
    if (wildB)
        return a.endsWith(b.slice(1));
    return a === b;
}
/** For each pair that overlaps the narrower pattern, without repetition. Source: host.Names.Intersection. */
function intersection(first, second) {
    const result = new Set();
    for (const a of first) {
        for (const b of second) {
            if (isSubset(a, b))
                result.add(a);
            else if (isSubset(b, a))
                result.add(b);
        }
    }
    return [...result];
}
/** The entries that a configuration of `namespace` may use, without their `ns/` prefix. */
function namesForNamespace(hosts, namespace) {
    const result = [];
    for (const host of hosts) {
        const slash = host.indexOf('/');
        if (slash < 0) {
            result.push(host);
            continue;
        }
        const owner = host.slice(0, slash);
        if (owner === namespace || owner === '*')
            result.push(host.slice(slash + 1));
    }
    return result;
}
/** Compares wildcards as the most specific search does: the longer one first, then by name. */
function bySpecificity(a, b) {
    if (a.length !== b.length)
        return b.length - a.length;
    return a < b ? -1 : a > b ? 1 : 0;
}
/**
 * The most specific pattern that covers `host`: an equal entry, else the longest wildcard.
 * A wildcard `host` looks only among wildcards. Source: model.MostSpecificHostMatch.
 */
function mostSpecific(host, exact, wildcards) {
    if (exact.has(host))
        return host;
    for (const wildcard of wildcards)
        if (isSubset(host, wildcard))
            return wildcard;
    return undefined;
}
const IP_LITERAL = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$/;
/**
 * A name without a dot is a Service of the object's own namespace; `*`, addresses and names with a
 * dot stay. Source: model.ResolveShortnameToFQDN.
 */
function qualify(name, namespace, domain) {
    if (name === '' || name === '*' || name.includes('.') || IP_LITERAL.test(name))
        return name;
    return namespace === '' ? `${name}.svc.${domain}` : `${name}.${namespace}.svc.${domain}`;
}
/** Name and namespace of a Kubernetes Service from its full host name, else `null`. */
function kubernetesService(host, domain) {
    const suffix = `.svc.${domain}`;
    if (!host.endsWith(suffix))
        return null;
    const parts = host.slice(0, -suffix.length).split('.');
    const [name, namespace] = parts;
    if (parts.length !== 2 || name === undefined || namespace === undefined)
        return null;
    if (name === '' || namespace === '' || name.startsWith('*'))
        return null;
    return { name, namespace };
}


/***/ }),

/***/ 2982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ buildMesh),
  g: () => (/* binding */ buildMeshes)
});

// EXTERNAL MODULE: ./build/mesh/version.js
var mesh_version = __webpack_require__(1552);
;// CONCATENATED MODULE: ./build/mesh/features.js

const BEHAVIOURS = {
    'most-specific-virtual-service': {
        since: 21,
        flag: {
            name: 'PERSIST_OLDEST_FIRST_HEURISTIC_FOR_VIRTUAL_SERVICE_HOST_MATCHING',
            inverted: true,
            from: 18,
            to: 29
        },
        source: 'release notes 1.21 (and 1.18.7, 1.19.6, 1.20.2): overlapping wildcard hosts'
    },
    'absolute-fqdn-domain': {
        since: 27,
        flag: { name: 'PILOT_ENABLE_ABSOLUTE_FQDN_VHOST_DOMAIN', from: 26 },
        source: 'release notes 1.27: host names with a trailing dot'
    },
    'fold-virtual-service-hosts': {
        since: 27,
        source: 'release notes 1.27: VirtualService hosts in mixed case'
    },
    'external-name-alias': {
        since: 21,
        flag: { name: 'ENABLE_EXTERNAL_NAME_ALIAS', from: 20, to: 30 },
        source: 'release notes 1.21: ExternalName as alias'
    },
    'empty-match-is-presence': {
        since: 21,
        source: 'release notes 1.21: header match {}'
    },
    'regex-catch-all': {
        since: 21,
        source: 'release notes 1.21: route with regex .* is a catch-all'
    },
    'missing-header-is-empty': {
        since: 22,
        source: 'release notes 1.22: withoutHeaders matches when the header is missing'
    },
    'retry-503': {
        since: 18,
        until: 24,
        flag: { name: 'EXCLUDE_UNSAFE_503_FROM_DEFAULT_RETRY', inverted: true, from: 24, to: 29 },
        source: 'release notes 1.24: 503 is no longer retried by default'
    },
    'inbound-retry': {
        since: 24,
        flag: { name: 'ENABLE_INBOUND_RETRY_POLICY', from: 24, to: 29 },
        source: 'release notes 1.24: reset-before-request is retried at the server'
    },
    'shadow-suffix': {
        since: 18,
        until: 28,
        flag: { name: 'DISABLE_SHADOW_HOST_SUFFIX', inverted: true, from: 27 },
        source: 'release notes 1.28: mirrored requests keep their host'
    },
    'merge-destination-rules-of-equal-export': {
        since: 24,
        flag: { name: 'ENABLE_ENHANCED_DESTINATIONRULE_MERGE', from: 22 },
        source: 'release notes 1.24: DestinationRules merge only with equal exportTo'
    },
    'unified-sidecar-scope': {
        since: 24,
        flag: { name: 'PILOT_UNIFIED_SIDECAR_SCOPE', from: 24 },
        source: 'release notes 1.24: own namespace before Kubernetes before others'
    },
    'best-service-namespace': {
        since: 30,
        flag: { name: 'PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE', from: 29 },
        source: 'release notes 1.30: service of an imported route'
    },
    'scope-gateway-to-namespace': {
        since: 99,
        flag: { name: 'PILOT_SCOPE_GATEWAY_TO_NAMESPACE', from: 18 },
        source: 'istio pilot/pkg/features'
    },
    'strict-gateway-merging': {
        since: 31,
        flag: { name: 'PILOT_ENABLE_STRICT_GATEWAY_MERGING', from: 31 },
        source: 'release notes 1.31: managed gateways keep to their own Gateways'
    },
    'auto-allocate-addresses': {
        since: 25,
        flag: { name: 'PILOT_ENABLE_IP_AUTOALLOCATE', from: 23 },
        source: 'release notes 1.25: addresses for ServiceEntries'
    },
    'passthrough-target-port': {
        since: 22,
        flag: { name: 'ENABLE_RESOLUTION_NONE_TARGET_PORT', from: 22, to: 29 },
        source: 'release notes 1.22: targetPort of ServiceEntries with resolution NONE'
    },
    'auto-sni': {
        since: 21,
        flag: { name: 'ENABLE_AUTO_SNI', from: 18, to: 29 },
        source: 'release notes 1.21: SNI from the Host header'
    },
    'verify-certificate-at-client': {
        since: 21,
        flag: { name: 'VERIFY_CERTIFICATE_AT_CLIENT', from: 18, to: 29 },
        source: 'release notes 1.21: system certificate authorities'
    },
    'subset-tls-fallback': {
        since: 31,
        source: 'release notes 1.31: a subset falls back to the tls of its DestinationRule'
    },
    'sidecar-host-exclusion': {
        since: 31,
        source: 'release notes 1.31: Sidecar egress hosts ~ns/host'
    },
    'dynamic-dns-outbound': { since: 31, source: 'release notes 1.31: ALLOW_ANY_DYNAMIC_DNS' },
    'redirect-prefix-rewrite': { since: 31, source: 'release notes 1.31: redirect.prefixRewrite' },
    'default-traffic-policy': {
        since: 31,
        source: 'release notes 1.31: meshConfig.defaultTrafficPolicy'
    },
    'mirrors-list': { since: 20, source: 'release notes 1.20: several mirrors' },
    'regex-rewrite': { since: 19, source: 'release notes 1.19: uriRegexRewrite' },
    'header-lines-apart': {
        since: 31,
        source: 'Envoy 1.39: each header line is matched on its own; before, lines are joined by commas'
    },
    'destination-rule-own-namespace-fixed': {
        since: 21,
        source: 'release notes 1.21: exportTo that lists the own namespace'
    },
    'order-by-name-then-namespace': {
        since: 21,
        source: 'release notes 1.21: tie-break of equal ages'
    },
    'retry-remote-backoff': {
        since: 26,
        source: 'release notes 1.26: retries.backoff, retryIgnorePreviousHosts'
    },
    'unmatched-preflights': {
        since: 23,
        source: 'release notes 1.23: corsPolicy.unmatchedPreflights'
    }
};
/** `flags` are istiod's environment; a flag that the minor does not read changes nothing. */
function features(minor, flags = {}) {
    const number = Number(minor.split('.')[1]);
    const cache = new Map();
    return {
        minor,
        key: `${minor} ${JSON.stringify(Object.entries(flags).sort())}`,
        has(feature) {
            const known = cache.get(feature);
            if (known !== undefined)
                return known;
            const value = behaves(BEHAVIOURS[feature], number, flags);
            cache.set(feature, value);
            return value;
        }
    };
}
function behaves(row, minor, flags) {
    const { flag } = row;
    const value = flag === undefined ? undefined : flags[flag.name];
    if (flag !== undefined && value !== undefined && minor >= flag.from && minor <= (flag.to ?? 99)) {
        const on = isTrue(value);
        if (on !== null)
            return flag.inverted === true ? !on : on;
    }
    return minor >= row.since && minor < (row.until ?? 99);
}
/** Go's strconv.ParseBool; anything else leaves the default. */
function isTrue(value) {
    if (['1', 't', 'T', 'true', 'TRUE', 'True'].includes(value))
        return true;
    if (['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(value))
        return false;
    return null;
}
function isKnownMinor(minor) {
    return MINORS.includes(minor);
}

// EXTERNAL MODULE: ./build/mesh/json.js
var json = __webpack_require__(9348);
;// CONCATENATED MODULE: ./build/mesh/mesh-config.js

/**
 * Defaults of Istio with what is given laid over, field by field.
 * Source: istio pkg/config/mesh/mesh.go DefaultMeshConfig; api mesh/v1alpha1.
 */
function meshConfig(given) {
    const raw = (0,json/* mapOrEmpty */.B4)(given);
    const outbound = (0,json/* text */.Qq)((0,json/* mapOrEmpty */.B4)(raw.outboundTrafficPolicy).mode);
    const normalization = (0,json/* text */.Qq)((0,json/* mapOrEmpty */.B4)(raw.pathNormalization).normalization);
    return {
        rootNamespace: (0,json/* filled */.Bq)(raw.rootNamespace) ?? 'istio-system',
        clusterDomain: (0,json/* filled */.Bq)(raw.clusterDomain) ?? 'cluster.local',
        trustDomain: (0,json/* filled */.Bq)(raw.trustDomain) ?? 'cluster.local',
        trustDomainAliases: (0,json/* texts */.Te)(raw.trustDomainAliases),
        outboundTrafficPolicy: outbound === 'REGISTRY_ONLY' || outbound === 'ALLOW_ANY_DYNAMIC_DNS' ? outbound : 'ALLOW_ANY',
        defaultServiceExportTo: exportDefault(raw, 'defaultServiceExportTo'),
        defaultVirtualServiceExportTo: exportDefault(raw, 'defaultVirtualServiceExportTo'),
        defaultDestinationRuleExportTo: exportDefault(raw, 'defaultDestinationRuleExportTo'),
        enableAutoMtls: (0,json/* flag */.Jt)(raw.enableAutoMtls) ?? true,
        pathNormalization: normalization === 'NONE' ||
            normalization === 'MERGE_SLASHES' ||
            normalization === 'DECODE_AND_MERGE_SLASHES'
            ? normalization
            : 'BASE',
        defaultHttpRetryPolicy: (0,json/* map */.Tj)(raw.defaultHttpRetryPolicy) ?? null,
        defaultTrafficPolicy: (0,json/* map */.Tj)(raw.defaultTrafficPolicy) ?? null,
        raw,
        isDefault: Object.keys(raw).length === 0
    };
}
function exportDefault(raw, field) {
    const given = (0,json/* texts */.Te)(raw[field]);
    return given.length === 0 ? ['*'] : given;
}
/** Trusted hops before the gateway (`defaultConfig.gatewayTopology.numTrustedProxies`). */
function trustedProxies(config) {
    const topology = mapOrEmpty(mapOrEmpty(config.raw.defaultConfig).gatewayTopology);
    return number(topology.numTrustedProxies) ?? 0;
}

// EXTERNAL MODULE: ./build/mesh/order.js
var order = __webpack_require__(5728);
// EXTERNAL MODULE: ./build/mesh/host.js
var mesh_host = __webpack_require__(5000);
;// CONCATENATED MODULE: ./build/mesh/registry.js


function registry(services) {
    const all = [...services].sort(order/* byAge */.jI);
    const hosts = new Map();
    const ports = new Map();
    const namespaces = new Map();
    const wildcards = [];
    for (const service of all) {
        add(hosts, service.host.toLowerCase(), service);
        add(namespaces, service.namespace, service);
        for (const number of new Set(service.ports.map(port => port.number)))
            add(ports, number, service);
        if ((0,mesh_host/* isWildcard */.z2)(service.host))
            wildcards.push(service);
    }
    const aliases = resolveAliases(all);
    return {
        all,
        byHost: host => hosts.get(host) ?? NONE,
        inNamespace: namespace => namespaces.get(namespace) ?? NONE,
        onPort: port => ports.get(port) ?? NONE,
        ports: [...ports.keys()].sort((a, b) => a - b),
        wildcards,
        aliasesOf: host => aliases.get(host) ?? NONE
    };
}
const NONE = [];
function add(index, key, service) {
    const known = index.get(key);
    if (known === undefined)
        index.set(key, [service]);
    else
        known.push(service);
}
/** Chains of ExternalNames lead to the concrete host; a cycle leads nowhere. Source: push_context.go resolveServiceAliases. */
function resolveAliases(all) {
    const names = new Map();
    for (const service of all) {
        if (service.externalName !== null)
            names.set(service.host, service.externalName);
    }
    const result = new Map();
    for (const service of all) {
        if (service.externalName === null)
            continue;
        const seen = new Set([service.host]);
        let target = service.externalName;
        while (target !== undefined && names.has(target)) {
            if (seen.has(target))
                target = undefined;
            else {
                seen.add(target);
                target = names.get(target);
            }
        }
        if (target !== undefined)
            add(result, target, service);
    }
    for (const group of result.values()) {
        group.sort((a, b) => a.namespace !== b.namespace
            ? a.namespace < b.namespace
                ? -1
                : 1
            : a.host < b.host
                ? -1
                : a.host > b.host
                    ? 1
                    : 0);
    }
    return result;
}

// EXTERNAL MODULE: ./build/mesh/selector.js
var selector = __webpack_require__(9999);
// EXTERNAL MODULE: ./build/mesh/workload.js
var workload = __webpack_require__(9455);
;// CONCATENATED MODULE: ./build/mesh/service-assumed.js



const NOTHING_ASSUMED = { services: [], subsets: new Set() };
function assumed(sides, domain) {
    const known = service_assumed_registry(sides, domain);
    const named = new Map();
    for (const manifests of sides) {
        for (const manifest of manifests) {
            if (manifest.ref.kind === 'VirtualService')
                readVirtualService(manifest, domain, named);
            if (manifest.ref.kind === 'DestinationRule')
                readDestinationRule(manifest, domain, named);
        }
    }
    const services = [];
    const subsets = new Set();
    for (const host of [...named.keys()].sort()) {
        const use = named.get(host);
        if (use === undefined)
            continue;
        const kubernetes = (0,mesh_host/* kubernetesService */.eW)(host, domain);
        if (canBeAssumed(host, kubernetes, use, known)) {
            services.push(assumedService(host, kubernetes, use));
        }
        const ruled = known.hosts.has(host) ||
            known.ruledHosts.has(host) ||
            known.ruledNamespaces.has(kubernetes?.namespace ?? '');
        if (!ruled)
            for (const subset of use.subsets)
                subsets.add(`${subset}|${host}`);
    }
    return { services, subsets };
}
function service_assumed_registry(sides, domain) {
    const hosts = new Set();
    const serviceNamespaces = new Set();
    const serviceNames = new Set();
    const namespaces = new Set();
    const ruledHosts = new Set();
    const ruledNamespaces = new Set();
    let entries = false;
    for (const { ref, spec } of sides.flat()) {
        namespaces.add(ref.namespace);
        if (workload/* WORKLOAD_KINDS */.i6.includes(ref.kind))
            serviceNamespaces.add(ref.namespace);
        if (ref.kind === 'Service' && ref.group === '') {
            serviceNamespaces.add(ref.namespace);
            serviceNames.add(ref.name);
            hosts.add(`${ref.name}.${ref.namespace}.svc.${domain}`);
        }
        else if (ref.kind === 'ServiceEntry') {
            entries = true;
            for (const host of (0,json/* texts */.Te)(spec.hosts))
                hosts.add(host);
        }
        else if (ref.kind === 'DestinationRule') {
            const host = (0,mesh_host/* qualify */.Ss)((0,json/* text */.Qq)(spec.host) ?? '', ref.namespace, domain);
            ruledHosts.add(host);
            const owner = (0,mesh_host/* kubernetesService */.eW)(host, domain)?.namespace;
            if (owner !== undefined)
                ruledNamespaces.add(owner);
        }
    }
    const wildcards = [...hosts].filter(host => host.startsWith('*'));
    return {
        hosts,
        wildcards,
        serviceNamespaces,
        serviceNames,
        namespaces,
        entries,
        ruledHosts,
        ruledNamespaces
    };
}
function canBeAssumed(host, kubernetes, use, known) {
    if (known.hosts.has(host) || host.startsWith('*'))
        return false;
    if (kubernetes !== null) {
        const { name, namespace } = kubernetes;
        return !known.serviceNamespaces.has(namespace) && !known.serviceNames.has(name);
    }
    if (!use.destination || known.entries)
        return false;
    // `reviews.prod` is no host of any registry: a short name with a dot is never expanded.
    const labels = host.split('.');
    if (labels.length < 2)
        return false;
    return !(labels.length <= 3 && known.namespaces.has(labels[1] ?? ''));
}
function assumedService(host, kubernetes, use) {
    const numbers = use.ports.size === 0 ? new Map([[80, 'HTTP']]) : use.ports;
    const ports = [...numbers].sort(([a], [b]) => a - b);
    return {
        host,
        namespace: kubernetes?.namespace ?? '',
        name: kubernetes?.name ?? host,
        registry: 'assumed',
        ports: ports.map(([port, protocol]) => ({
            number: port,
            name: `${protocol.toLowerCase()}-${port}`,
            protocol,
            targetPort: null,
            path: []
        })),
        resolution: kubernetes === null ? 'dns' : 'static',
        addresses: [],
        exportTo: 'public',
        labels: {},
        selector: null,
        headless: false,
        externalName: null,
        meshExternal: kubernetes === null,
        created: null,
        manifest: null,
        assumptions: [
            {
                kind: 'service-exists',
                params: {
                    host,
                    namespace: kubernetes?.namespace ?? '',
                    ports: ports.map(([port]) => port).join(', ')
                }
            }
        ]
    };
}
const SECTIONS = [
    ['http', 'HTTP'],
    ['tls', 'TLS'],
    ['tcp', 'TCP']
];
function readVirtualService(manifest, domain, named) {
    const { spec, ref } = manifest;
    const gateways = (0,json/* texts */.Te)(spec.gateways);
    const inMesh = gateways.length === 0 || gateways.includes('mesh');
    const hosts = (0,json/* texts */.Te)(spec.hosts).map(host => (0,mesh_host/* qualify */.Ss)(host, ref.namespace, domain));
    if (inMesh)
        for (const host of hosts)
            entry(named, host.toLowerCase()).host = true;
    for (const [section, protocol] of SECTIONS) {
        for (const rule of (0,json/* list */.p_)(spec[section])) {
            const fields = (0,json/* mapOrEmpty */.B4)(rule);
            for (const route of (0,json/* list */.p_)(fields.route)) {
                destination((0,json/* mapOrEmpty */.B4)(route).destination, ref.namespace, domain, protocol, named);
            }
            destination(fields.mirror, ref.namespace, domain, protocol, named);
            for (const mirror of (0,json/* list */.p_)(fields.mirrors)) {
                destination((0,json/* mapOrEmpty */.B4)(mirror).destination, ref.namespace, domain, protocol, named);
            }
            for (const match of (0,json/* list */.p_)(fields.match)) {
                const port = (0,json/* number */.ai)((0,json/* mapOrEmpty */.B4)(match).port);
                if (!inMesh || port === undefined || port === 0)
                    continue;
                for (const host of hosts)
                    setPort(entry(named, host.toLowerCase()), port, protocol);
            }
        }
    }
}
function destination(value, namespace, domain, protocol, named) {
    const fields = (0,json/* map */.Tj)(value);
    const host = (0,json/* text */.Qq)(fields?.host);
    if (fields === undefined || host === undefined || host === '')
        return;
    const use = entry(named, (0,mesh_host/* qualify */.Ss)(host, namespace, domain));
    use.destination = true;
    const port = (0,json/* number */.ai)((0,json/* mapOrEmpty */.B4)(fields.port).number);
    if (port !== undefined)
        setPort(use, port, protocol);
    const subset = (0,json/* text */.Qq)(fields.subset);
    if (subset !== undefined && subset !== '')
        use.subsets.add(subset);
}
function readDestinationRule(manifest, domain, named) {
    const { spec, ref } = manifest;
    const host = (0,mesh_host/* qualify */.Ss)((0,json/* text */.Qq)(spec.host) ?? '', ref.namespace, domain);
    if (host === '' || host.startsWith('*'))
        return;
    const use = entry(named, host);
    for (const setting of (0,json/* list */.p_)((0,json/* mapOrEmpty */.B4)(spec.trafficPolicy).portLevelSettings)) {
        const port = (0,json/* number */.ai)((0,json/* mapOrEmpty */.B4)((0,json/* mapOrEmpty */.B4)(setting).port).number);
        if (port !== undefined)
            setPort(use, port, 'HTTP');
    }
}
/** A port that HTTP rules name speaks HTTP, whatever else names it. */
function setPort(use, port, protocol) {
    if (use.ports.get(port) !== 'HTTP')
        use.ports.set(port, protocol);
}
function entry(named, host) {
    let use = named.get(host);
    if (use === undefined) {
        use = { ports: new Map(), subsets: new Set(), destination: false, host: false };
        named.set(host, use);
    }
    return use;
}

// EXTERNAL MODULE: ./build/mesh/service-entry.js
var service_entry = __webpack_require__(9378);
// EXTERNAL MODULE: ./build/mesh/service-kubernetes.js
var service_kubernetes = __webpack_require__(5256);
;// CONCATENATED MODULE: ./build/mesh/mesh.js










/** One side alone; what it does not hold is assumed from it alone. */
function buildMesh(input) {
    return mesh(input, meshAssumed([input]));
}
/** Both sides, assuming the same of what neither holds. */
function buildMeshes(base, head) {
    const shared = meshAssumed([base, head]);
    return { base: mesh(base, shared), head: mesh(head, shared) };
}
function meshAssumed(inputs) {
    return once(() => {
        if (inputs.some(input => input.complete === true))
            return NOTHING_ASSUMED;
        const domain = configOf(inputs[inputs.length - 1]).clusterDomain;
        return assumed(inputs.map(input => input.manifests), domain);
    });
}
function configOf(input) {
    return meshConfig(input?.meshConfig);
}
function mesh(input, shared) {
    const version = (0,mesh_version.detectVersion)(input.manifests, input.istio);
    const config = configOf(input);
    const index = once(() => byKind(input.manifests));
    const sorted = new Map();
    const refs = once(() => new Map(input.manifests.map(entry => [(0,order/* refKey */.XF)(entry.ref), entry])));
    const of = (kind, group = DEFAULT_GROUPS[kind]) => {
        const key = `${kind}/${group ?? ''}`;
        let found = sorted.get(key);
        if (found === undefined) {
            const all = index().get(kind) ?? [];
            found = sortByAge(group === undefined ? all : all.filter(entry => entry.ref.group === group));
            sorted.set(key, found);
        }
        return found;
    };
    const services = once(() => registry(allServices(of, config, shared())));
    const workloads = once(() => workload/* WORKLOAD_KINDS */.i6.flatMap(kind => of(kind)).flatMap(entry => (0,workload/* workload */.W_)(entry) ?? []));
    const byNamespace = once(() => groupBy(workloads(), entry => entry.namespace));
    const namespaces = once(() => namespacesOf(input.manifests));
    const namespaceLabels = once(() => new Map(of('Namespace').map(entry => [entry.ref.name, entry.labels])));
    return {
        name: input.name ?? 'default',
        side: input.side,
        version,
        features: features(version.minor, input.flags),
        config,
        manifests: input.manifests,
        of,
        get: ref => refs().get((0,order/* refKey */.XF)(ref)),
        namespaceLabels: namespace => namespaceLabels().get(namespace) ?? {},
        namespaceLabelsOf: namespace => namespaceLabels().get(namespace) ?? null,
        get namespaces() {
            return namespaces();
        },
        get registry() {
            return services();
        },
        get assumed() {
            return shared();
        },
        get workloads() {
            return workloads();
        },
        workloadsIn: namespace => byNamespace().get(namespace) ?? [],
        workloadsBy: (namespace, labels) => (byNamespace().get(namespace) ?? []).filter(entry => (0,selector/* selects */.ko)(labels, entry.labels))
    };
}
/** Kinds whose name several groups use. */
const DEFAULT_GROUPS = {
    Gateway: 'networking.istio.io',
    Service: ''
};
function allServices(of, config, extra) {
    return [
        ...of('Service').map(entry => (0,service_kubernetes/* kubernetesService */.e)(entry, config.clusterDomain, config.defaultServiceExportTo)),
        ...of('ServiceEntry').flatMap(entry => (0,service_entry/* serviceEntries */.oX)(entry, config.defaultServiceExportTo)),
        ...extra.services
    ];
}
function byKind(manifests) {
    return groupBy(manifests, entry => entry.ref.kind);
}
function sortByAge(manifests) {
    return manifests
        .map(entry => ({
        entry,
        created: (0,order/* createdAt */.CT)(entry),
        name: entry.ref.name,
        namespace: entry.ref.namespace
    }))
        .sort(order/* byAge */.jI)
        .map(aged => aged.entry);
}
function namespacesOf(manifests) {
    const found = new Set();
    for (const { ref } of manifests) {
        if (ref.kind === 'Namespace')
            found.add(ref.name);
        else if (ref.namespace !== '')
            found.add(ref.namespace);
    }
    return [...found].sort();
}
function groupBy(values, key) {
    const groups = new Map();
    for (const value of values) {
        const name = key(value);
        const group = groups.get(name);
        if (group === undefined)
            groups.set(name, [value]);
        else
            group.push(value);
    }
    return groups;
}
function once(compute) {
    let done = false;
    let value;
    return () => {
        if (!done) {
            value = compute();
            done = true;
        }
        return value; // set above: `done` says so
    };
}


/***/ }),

/***/ 5728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ createdAt),
/* harmony export */   WY: () => (/* binding */ sameRef),
/* harmony export */   XF: () => (/* binding */ refKey),
/* harmony export */   jI: () => (/* binding */ byAge)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);

/**
 * Seconds since 1970 of an explicit `metadata.creationTimestamp`; `null` where git does not hold it.
 * Kubernetes keeps whole seconds, so finer parts do not count.
 */
function createdAt(manifest) {
    const stamp = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(manifest.object.metadata).creationTimestamp);
    if (stamp === undefined)
        return null;
    const milliseconds = Date.parse(stamp);
    return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000);
}
/**
 * Older first, then name, then namespace (until 1.20 `name.namespace` as one string). An unknown age
 * counts as oldest; whether that matters is for the caller to prove (design §6).
 * Source: pilot model/config.go sortByCreationComparator.
 */
function byAge(a, b) {
    const ages = (a.created ?? 0) - (b.created ?? 0);
    if (ages !== 0)
        return ages;
    if (a.name !== b.name)
        return a.name < b.name ? -1 : 1;
    if (a.namespace !== b.namespace)
        return a.namespace < b.namespace ? -1 : 1;
    return 0;
}
function sameRef(a, b) {
    return (a.kind === b.kind && a.name === b.name && a.namespace === b.namespace && a.group === b.group);
}
function refKey(ref) {
    return `${ref.group}/${ref.kind}/${ref.namespace}/${ref.name}`;
}


/***/ }),

/***/ 8613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ isHttpOrSniffed),
/* harmony export */   Zc: () => (/* binding */ isHttp),
/* harmony export */   aq: () => (/* binding */ serviceProtocol),
/* harmony export */   gR: () => (/* binding */ parseProtocol),
/* harmony export */   yj: () => (/* binding */ isTls)
/* harmony export */ });
const NAMES = {
    tcp: 'TCP',
    udp: 'UDP',
    grpc: 'GRPC',
    'grpc-web': 'GRPC-Web',
    http: 'HTTP',
    http_proxy: 'HTTP_PROXY',
    http2: 'HTTP2',
    https: 'HTTPS',
    tls: 'TLS',
    mongo: 'Mongo',
    redis: 'Redis',
    mysql: 'MySQL',
    hbone: 'HBONE',
    'double-hbone': 'DoubleHBONE'
};
/** Source: istio pkg/config/protocol/instance.go Parse. Case does not count; unknown words are `auto`. */
function parseProtocol(word) {
    return NAMES[word.toLowerCase()] ?? 'auto';
}
/** Ports that speak first or never HTTP: never sniffed. Source: istio pkg/config/kube/conversion.go. */
const WELL_KNOWN_TCP = new Set([25, 53, 3306, 27017]);
const APP_PROTOCOLS = {
    'kubernetes.io/h2c': 'HTTP2',
    'kubernetes.io/ws': 'HTTP',
    'kubernetes.io/wss': 'HTTPS'
};
/** Protocol of a Kubernetes Service port. Source: istio pkg/config/kube/conversion.go ConvertProtocol. */
function serviceProtocol(port, name, transport, appProtocol) {
    if (transport === 'UDP')
        return 'UDP';
    let word = name;
    if (appProtocol !== undefined) {
        const known = APP_PROTOCOLS[appProtocol];
        if (known !== undefined)
            return known;
        word = appProtocol;
    }
    if (word.length >= 8 && word.slice(0, 8).toLowerCase() === 'grpc-web')
        return 'GRPC-Web';
    const dash = word.indexOf('-');
    const found = parseProtocol(dash >= 0 ? word.slice(0, dash) : word);
    if (found === 'auto' && WELL_KNOWN_TCP.has(port))
        return 'TCP';
    return found;
}
function isHttp(protocol) {
    return (protocol === 'HTTP' ||
        protocol === 'HTTP2' ||
        protocol === 'GRPC' ||
        protocol === 'GRPC-Web' ||
        protocol === 'HTTP_PROXY');
}
function isHttpOrSniffed(protocol) {
    return protocol === 'auto' || isHttp(protocol);
}
function isTls(protocol) {
    return protocol === 'HTTPS' || protocol === 'TLS';
}


/***/ }),

/***/ 9999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ko: () => (/* binding */ selects),
/* harmony export */   nM: () => (/* binding */ selectorText),
/* harmony export */   xh: () => (/* binding */ isEmptySelector)
/* harmony export */ });
/* unused harmony export selectsBy */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);

/** Every pair of `wanted` stands in `labels`. An empty selector selects everything. */
function selects(wanted, labels) {
    for (const key of Object.keys(wanted))
        if (labels[key] !== wanted[key])
            return false;
    return true;
}
function isEmptySelector(wanted) {
    return Object.keys(wanted).length === 0;
}
/** The pairs of a selector in a stable order, for keys and for people: `app=a,version=v1`. */
function selectorText(wanted) {
    return Object.keys(wanted)
        .sort()
        .map(key => `${key}=${wanted[key]}`)
        .join(',');
}
/** Kubernetes LabelSelector with `matchLabels` and `matchExpressions`. */
function selectsBy(selector, labels) {
    const spec = mapOrEmpty(selector);
    if (!selects(textMap(spec.matchLabels), labels))
        return false;
    for (const entry of list(spec.matchExpressions)) {
        const expression = mapOrEmpty(entry);
        const value = labels[text(expression.key) ?? ''];
        const values = texts(expression.values);
        switch (text(expression.operator)) {
            case 'In':
                if (value === undefined || !values.includes(value))
                    return false;
                break;
            case 'NotIn':
                if (value !== undefined && values.includes(value))
                    return false;
                break;
            case 'Exists':
                if (value === undefined)
                    return false;
                break;
            case 'DoesNotExist':
                if (value !== undefined)
                    return false;
                break;
            default:
                return false;
        }
    }
    return true;
}


/***/ }),

/***/ 9378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ serviceEntryReads),
/* harmony export */   hR: () => (/* binding */ serviceEntryClusterReads),
/* harmony export */   oX: () => (/* binding */ serviceEntries)
/* harmony export */ });
/* harmony import */ var ipaddr_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8280);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9348);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5728);
/* harmony import */ var _protocol_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8613);
/* harmony import */ var _visibility_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(722);





const serviceEntryReads = [
    ['ServiceEntry', 'spec.{hosts[],addresses[],exportTo[]}'],
    ['ServiceEntry', 'spec.ports[].{number,name,protocol}'],
    ['ServiceEntry', 'spec.workloadSelector.labels.*']
];
/** What decides how a ServiceEntry's endpoints are found and whether they are of the mesh. */
const serviceEntryClusterReads = [
    ['ServiceEntry', 'spec.{resolution,location}'],
    ['ServiceEntry', 'spec.ports[].targetPort']
];
const RESOLUTIONS = {
    NONE: 'passthrough',
    STATIC: 'static',
    DNS: 'dns',
    DNS_ROUND_ROBIN: 'dns-round-robin',
    DYNAMIC_DNS: 'dynamic-dns'
};
/**
 * One service per host and address (one without an address where there is none).
 * Source: pilot serviceregistry/serviceentry/conversion.go convertServices.
 */
function serviceEntries(manifest, defaultExportTo) {
    const { spec, ref } = manifest;
    const selector = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .map */ .Tj)(spec.workloadSelector);
    const common = {
        namespace: ref.namespace,
        registry: 'External',
        ports: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(spec.ports).flatMap((entry, index) => entryPort((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOrEmpty */ .B4)(entry), index)),
        resolution: RESOLUTIONS[(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(spec.resolution) ?? 'NONE'] ?? 'passthrough',
        exportTo: (0,_visibility_js__WEBPACK_IMPORTED_MODULE_4__/* .visibility */ .XD)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)(spec.exportTo), ref.namespace, defaultExportTo),
        labels: manifest.labels,
        selector: selector === undefined ? null : (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMap */ .sP)(selector.labels),
        headless: false,
        externalName: null,
        meshExternal: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(spec.location) !== 'MESH_INTERNAL',
        created: (0,_order_js__WEBPACK_IMPORTED_MODULE_2__/* .createdAt */ .CT)(manifest),
        manifest,
        assumptions: []
    };
    const addresses = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)(spec.addresses);
    const usable = addresses.flatMap(address => singleAddress(address) ?? []);
    const result = [];
    for (const host of (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)(spec.hosts)) {
        if (addresses.length === 0)
            result.push({ ...common, host, name: host, addresses: [] });
        for (const address of usable) {
            result.push({ ...common, host, name: host, addresses: [address] });
        }
    }
    return result;
}
function entryPort(entry, index) {
    const port = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)(entry.number);
    if (port === undefined)
        return [];
    return [
        {
            number: port,
            name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(entry.name) ?? '',
            protocol: (0,_protocol_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProtocol */ .gR)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(entry.protocol) ?? ''),
            targetPort: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)(entry.targetPort) ?? null,
            path: ['spec', 'ports', index]
        }
    ];
}
/** An address, or a CIDR where it covers more than one; a host-sized CIDR is its address. */
function singleAddress(value) {
    if (ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.isValid(value))
        return value;
    if (!ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.isValidCIDR(value))
        return null;
    const [address, bits] = ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.parseCIDR(value);
    return bits === (address.kind() === 'ipv4' ? 32 : 128) ? address.toString() : value;
}


/***/ }),

/***/ 5256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ serviceReads),
/* harmony export */   e: () => (/* binding */ kubernetesService)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5728);
/* harmony import */ var _protocol_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8613);
/* harmony import */ var _visibility_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(722);




const serviceReads = [
    ['Service', 'spec.ports[].{port,name,protocol,appProtocol,targetPort}'],
    ['Service', 'spec.{type,clusterIP,clusterIPs[],externalName,selector.*}']
];
/** A core/v1 Service. Source: pilot serviceregistry/kube/conversion.go ConvertService. */
function kubernetesService(manifest, domain, defaultExportTo) {
    const { spec, ref } = manifest;
    const clusterIp = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(spec.clusterIP);
    const externalName = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(spec.type) === 'ExternalName' ? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(spec.externalName) : undefined;
    const headless = clusterIp === 'None';
    const exportTo = (manifest.annotations['networking.istio.io/exportTo'] ?? '')
        .split(',')
        .map(entry => entry.trim())
        .filter(entry => entry !== '');
    const selector = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)(spec.selector);
    return {
        host: `${ref.name}.${ref.namespace}.svc.${domain}`,
        namespace: ref.namespace,
        name: ref.name,
        registry: 'Kubernetes',
        ports: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(spec.ports).flatMap((entry, index) => {
            const port = kubernetesPort((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry), index);
            return port === null ? [] : [port];
        }),
        resolution: externalName !== undefined ? 'alias' : headless ? 'passthrough' : 'static',
        addresses: headless ? [] : clusterAddresses(clusterIp, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(spec.clusterIPs)),
        exportTo: (0,_visibility_js__WEBPACK_IMPORTED_MODULE_3__/* .visibility */ .XD)(exportTo, ref.namespace, defaultExportTo),
        labels: manifest.labels,
        selector: Object.keys(selector).length === 0 ? null : selector,
        headless,
        externalName: externalName ?? null,
        meshExternal: externalName !== undefined,
        created: (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .createdAt */ .CT)(manifest),
        manifest,
        assumptions: []
    };
}
function kubernetesPort(entry, index) {
    const port = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(entry.port);
    if (port === undefined)
        return null;
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(entry.name) ?? '';
    const target = entry.targetPort;
    return {
        number: port,
        name,
        protocol: (0,_protocol_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceProtocol */ .aq)(port, name, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(entry.protocol) ?? 'TCP', (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(entry.appProtocol)),
        targetPort: typeof target === 'number' || typeof target === 'string' ? target : null,
        path: ['spec', 'ports', index]
    };
}
function clusterAddresses(clusterIp, clusterIps) {
    if (clusterIp === undefined || clusterIp === '')
        return [];
    return clusterIps.length > 1 ? [...clusterIps] : [clusterIp];
}


/***/ }),

/***/ 4615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ UNSPECIFIED),
/* harmony export */   HM: () => (/* binding */ portOf),
/* harmony export */   ci: () => (/* binding */ addressOf)
/* harmony export */ });
/** The address that stands for "none": such services share the listener of their port. */
const UNSPECIFIED = '0.0.0.0';
/** The address a client dials, or `0.0.0.0`. */
function addressOf(service) {
    return service.addresses[0] ?? UNSPECIFIED;
}
function portOf(service, number) {
    return service.ports.find(port => port.number === number);
}


/***/ }),

/***/ 722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ isPrivateTo),
/* harmony export */   XD: () => (/* binding */ visibility),
/* harmony export */   zN: () => (/* binding */ isVisible)
/* harmony export */ });
/**
 * `*` anywhere is public and `~` anywhere (without `*`) is nobody; `.` is the object's own namespace.
 * An empty list takes the mesh's default. Source: pilot model/push_context.go initServiceRegistry,
 * initVirtualServices.
 */
function visibility(exportTo, namespace, fallback) {
    const entries = exportTo.length > 0 ? exportTo : fallback;
    if (entries.includes('*'))
        return 'public';
    if (entries.includes('~'))
        return 'none';
    return new Set(entries.map(entry => (entry === '.' ? namespace : entry)));
}
function isVisible(to, namespace) {
    if (to === 'public')
        return true;
    if (to === 'none')
        return false;
    return to.has(namespace);
}
/** Seen in its own namespace by name, which puts an object before public ones. */
function isPrivateTo(to, namespace) {
    return to !== 'public' && to !== 'none' && to.has(namespace);
}


/***/ }),

/***/ 9455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $X: () => (/* binding */ workloadReads),
/* harmony export */   W_: () => (/* binding */ workload),
/* harmony export */   i6: () => (/* binding */ WORKLOAD_KINDS)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);

const workloadReads = [
    ['Pod', 'spec.containers[].ports[].{containerPort,name}'],
    ['Deployment', 'spec.template.spec.containers[].ports[].{containerPort,name}'],
    ['StatefulSet', 'spec.template.spec.containers[].ports[].{containerPort,name}'],
    ['DaemonSet', 'spec.template.spec.containers[].ports[].{containerPort,name}'],
    ['ReplicaSet', 'spec.template.spec.containers[].ports[].{containerPort,name}'],
    ['ReplicationController', 'spec.template.spec.containers[].ports[].{containerPort,name}'],
    ['Rollout', 'spec.template.spec.containers[].ports[].{containerPort,name}']
];
/** Where the pod template of a kind stands. */
const TEMPLATES = {
    Pod: [],
    Deployment: ['spec', 'template'],
    StatefulSet: ['spec', 'template'],
    DaemonSet: ['spec', 'template'],
    ReplicaSet: ['spec', 'template'],
    ReplicationController: ['spec', 'template'],
    Job: ['spec', 'template'],
    CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
    /** Argo Rollouts keeps a Deployment's shape. */
    Rollout: ['spec', 'template']
};
const WORKLOAD_KINDS = [...Object.keys(TEMPLATES), 'WorkloadEntry'];
/** `null` where the manifest makes no pods. */
function workload(manifest) {
    if (manifest.ref.kind === 'WorkloadEntry')
        return workloadEntry(manifest);
    const path = TEMPLATES[manifest.ref.kind];
    if (path === undefined)
        return null;
    let template = manifest.object;
    for (const key of path)
        template = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(template[key]);
    const metadata = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(template.metadata);
    const spec = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(template.spec);
    const podIp = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(template.status).podIP);
    return {
        manifest,
        namespace: manifest.ref.namespace,
        name: manifest.ref.name,
        labels: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)(metadata.labels),
        annotations: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)(metadata.annotations),
        serviceAccount: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(spec.serviceAccountName) ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(spec.serviceAccount) ?? 'default',
        ports: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(spec.containers).flatMap(container => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(container).ports).flatMap(entry => {
            const port = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry).containerPort);
            if (port === undefined)
                return [];
            return [{ name: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry).name) ?? '', number: port }];
        })),
        addresses: podIp === undefined ? [] : [podIp],
        labelsPath: [...path, 'metadata', 'labels']
    };
}
/** Labels of the object win over those of its spec. Source: serviceentry/conversion.go ConvertWorkloadEntry. */
function workloadEntry(manifest) {
    const { spec } = manifest;
    const address = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(spec.address);
    return {
        manifest,
        namespace: manifest.ref.namespace,
        name: manifest.ref.name,
        labels: { ...(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)(spec.labels), ...manifest.labels },
        annotations: manifest.annotations,
        serviceAccount: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(spec.serviceAccount) ?? '',
        ports: Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(spec.ports)).flatMap(([name, port]) => typeof port === 'number' ? [{ name, number: port }] : []),
        addresses: address === undefined ? [] : [address],
        labelsPath: ['spec', 'labels']
    };
}


/***/ }),

/***/ 5287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KO: () => (/* binding */ unknownOf),
/* harmony export */   L$: () => (/* binding */ resolved),
/* harmony export */   gD: () => (/* binding */ orderedUnknown),
/* harmony export */   hD: () => (/* binding */ findingOf),
/* harmony export */   jB: () => (/* binding */ partition)
/* harmony export */ });
/* unused harmony export ordered */
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4584);

/** The one place where a field becomes a line and a column. */
function resolved(at) {
    return 'manifest' in at ? at.manifest.locate(at.path, at.part) : at;
}
function findingOf(draft, mesh) {
    return {
        ...draft,
        mesh,
        at: resolved(draft.at),
        related: draft.related.map(({ at, note }) => ({ at: resolved(at), note })),
        fingerprint: (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)([draft.id, draft.subject, draft.params])
    };
}
/** Names what was not understood by its words: they hold no line and no index. */
function unknownOf(draft, mesh) {
    return {
        ...draft,
        mesh,
        at: draft.at === null ? null : resolved(draft.at),
        fingerprint: (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)([draft.reason, draft.subject, draft.message])
    };
}
/**
 * Findings of both sides as multisets by fingerprint: a resource can hold the same finding twice. Of equal ones those
 * in the same file are taken for the same.
 */
function partition(base, head) {
    const unmatched = new Map();
    for (const finding of base) {
        const key = keyOf(finding);
        unmatched.set(key, [...(unmatched.get(key) ?? []), finding]);
    }
    const introduced = [];
    const remaining = [];
    // First within the file, so that a copy in a new file is the one that is introduced.
    const moved = [];
    for (const finding of head) {
        const candidates = unmatched.get(keyOf(finding)) ?? [];
        const same = candidates.findIndex(candidate => candidate.at.file === finding.at.file);
        if (same < 0)
            moved.push(finding);
        else {
            candidates.splice(same, 1);
            remaining.push(finding);
        }
    }
    for (const finding of moved) {
        if (unmatched.get(keyOf(finding))?.shift() === undefined)
            introduced.push(finding);
        else
            remaining.push(finding);
    }
    return {
        introduced: ordered(introduced),
        resolved: ordered([...unmatched.values()].flat()),
        remaining: ordered(remaining)
    };
}
function keyOf({ mesh, fingerprint }) {
    return `${mesh}\n${fingerprint}`;
}
const rank = { error: 0, warning: 1, info: 2 };
/** Most severe first, then by place, so that nobody sees in which order files were read. */
function ordered(findings) {
    return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity] ||
        compare(a.at.file, b.at.file) ||
        a.at.start.line - b.at.start.line ||
        a.at.start.column - b.at.start.column ||
        compare(a.id, b.id) ||
        compare(a.fingerprint, b.fingerprint) ||
        compare(a.mesh, b.mesh));
}
/** In the order of objects and words; equal ones of one mesh once. */
function orderedUnknown(unknown) {
    const distinct = new Map();
    for (const one of unknown) {
        const key = `${one.mesh}\n${one.fingerprint}`;
        if (!distinct.has(key))
            distinct.set(key, one);
    }
    return [...distinct.values()].sort((a, b) => compare(a.mesh, b.mesh) ||
        compare(a.reason, b.reason) ||
        compare(a.at?.file ?? '', b.at?.file ?? '') ||
        (a.at?.start.line ?? 0) - (b.at?.start.line ?? 0) ||
        compare(a.message, b.message));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 3405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ allSkipped),
  B: () => (/* binding */ groupMeshes)
});

;// CONCATENATED MODULE: ./build/config/select.js
/** Name of the mesh where nothing is configured. */
const DEFAULT_MESH = 'default';
/** The meshes that hold a file, in the order of the configuration; context files count. */
function meshesOfPath(config, path) {
    if (config.meshes.length === 0)
        return [DEFAULT_MESH];
    return config.meshes.filter(mesh => holdsPath(mesh, path)).map(mesh => mesh.name);
}
function holdsPath(mesh, path) {
    if (mesh.context.some(pattern => selectsPath(pattern, path)))
        return true;
    return (mesh.paths.some(pattern => selectsPath(pattern, path)) &&
        !mesh.exclude.some(pattern => selectsPath(pattern, path)));
}
/**
 * Patterns from the repository's root: `*` and `?` stay within a segment, `**` spans any number of them, and a
 * pattern that names a folder means everything beneath it. `.` is the root.
 */
function selectsPath(pattern, path) {
    const wanted = pattern.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
    if (wanted === '' || wanted === '.')
        return true;
    return segmentsMatch(wanted.split('/'), path.split('/'));
}
/** Row by row: `open[j]` says that the first i patterns match the first j segments. */
function segmentsMatch(patterns, segments) {
    let open = [true, ...segments.map(() => false)];
    for (const pattern of patterns) {
        const next = [pattern === '**' && open[0] === true];
        for (const [j, segment] of segments.entries()) {
            next.push(pattern === '**'
                ? next[j] === true || open[j + 1] === true
                : open[j] === true && segmentMatches(pattern, segment));
        }
        open = next;
    }
    // A folder's name selects what is beneath it.
    return open.some((matched, j) => matched && j > 0);
}
/** Two pointers with one way back: linear in practice, never worse than pattern × text. */
function segmentMatches(pattern, text) {
    let p = 0;
    let t = 0;
    let star = -1;
    let resume = 0;
    while (t < text.length) {
        if (pattern[p] === '*') {
            star = p++;
            resume = t;
        }
        else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
            p++;
            t++;
        }
        else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        }
        else {
            return false;
        }
    }
    while (pattern[p] === '*')
        p++;
    return p === pattern.length;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/manifest/problem.js
/** A document that cannot be read any further. */
class Refused extends Error {
    problem;
    constructor(id, message, start, end, extra = {}) {
        super(message);
        this.problem = {
            id,
            severity: 'error',
            message,
            params: extra.params ?? {},
            start,
            end,
            related: extra.related ?? []
        };
    }
}

;// CONCATENATED MODULE: ./build/manifest/scalar.js
/**
 * The dialect of sigs.k8s.io/yaml, which kubectl, the API server and istioctl read with: go-yaml v2's resolver
 * (resolve.go), so YAML 1.1 booleans and octals, no base 60, timestamps stay strings.
 */
const words = new Map([
    ...['', '~', 'null', 'Null', 'NULL'].map(word => [word, null]),
    ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(word => [word, true]),
    ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(word => [word, false]),
    ...['.nan', '.NaN', '.NAN'].map(word => [word, Number.NaN]),
    ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map(word => [word, Infinity]),
    ...['-.inf', '-.Inf', '-.INF'].map(word => [word, -Infinity])
]);
const integer = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/;
const scalar_float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** Without a digit before the point Go reads it itself, underscores between digits included (strconv.ParseFloat). */
const pointFloat = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
/** What a plain scalar means. A float that is not finite comes back as such: JSON cannot hold it. */
function resolvePlain(text) {
    const first = text.charCodeAt(0);
    if (first >= 48 && first <= 57)
        return resolveNumber(text);
    switch (first) {
        case 43: // +
        case 45: // -
            return words.get(text) ?? resolveNumber(text);
        case 46: // .
            return (words.get(text) ??
                (pointFloat.test(text) ? finiteOr(Number(text.replaceAll('_', '')), text) : text));
    }
    const word = words.get(text);
    return word === undefined ? text : word;
}
function resolveNumber(text) {
    const plain = text.includes('_') ? text.replaceAll('_', '') : text;
    if (integer.test(plain)) {
        const value = integerOf(plain);
        if (value !== null)
            return value;
    }
    return scalar_float.test(plain) ? finiteOr(Number(plain), text) : text;
}
/** Go's ParseFloat refuses what overflows, and the scalar stays a string. */
function finiteOr(value, text) {
    return Number.isFinite(value) ? value : text;
}
function integerOf(plain) {
    const signed = plain.startsWith('-') || plain.startsWith('+');
    const digits = signed ? plain.slice(1) : plain;
    if (digits.length < 16 && (digits.length === 1 || !digits.startsWith('0')))
        return Number(plain) || 0;
    const exact = exactInteger(plain);
    return exact === null ? null : Number(exact);
}
/** ParseInt(plain, 0, 64), else ParseUint, which takes no sign. */
function exactInteger(plain) {
    const negative = plain.startsWith('-');
    const digits = negative || plain.startsWith('+') ? plain.slice(1) : plain;
    const octal = digits.length > 1 && /^0[0-7]/.test(digits);
    const magnitude = BigInt(octal ? `0o${digits.slice(1)}` : digits.toLowerCase());
    const value = negative ? -magnitude : magnitude;
    const top = digits === plain ? 2n ** 64n : 2n ** 63n;
    return value < top && value >= -(2n ** 63n) ? value : null;
}
/**
 * How sigs.k8s.io/yaml writes a plain scalar that stands as a key (convertToJSONableObject: JSON has only string
 * keys); `null` where it refuses the key: null, and integers that only fit in uint64.
 */
function resolvePlainKey(text) {
    const value = resolvePlain(text);
    if (typeof value === 'string')
        return value;
    if (typeof value === 'boolean')
        return value ? 'true' : 'false';
    if (typeof value !== 'number')
        return null;
    if (Number.isNaN(value))
        return '.nan';
    if (!Number.isFinite(value))
        return value > 0 ? '.inf' : '-.inf';
    const plain = text.replaceAll('_', '');
    if (!integer.test(plain))
        return float32Text(value);
    if (Number.isSafeInteger(value))
        return String(value);
    const exact = exactInteger(plain);
    if (exact === null)
        return float32Text(value);
    return exact < 2n ** 63n ? String(exact) : null;
}
/** Go's FormatFloat(value, 'g', -1, 32). */
function float32Text(value) {
    if (Object.is(value, -0))
        return '-0';
    const single = Math.fround(value);
    if (!Number.isFinite(single))
        return single > 0 ? '.inf' : '-.inf';
    let digits = single.toPrecision(9);
    for (let precision = 1; precision < 9; precision++) {
        const shorter = single.toPrecision(precision);
        if (Math.fround(Number(shorter)) === single) {
            digits = shorter;
            break;
        }
    }
    const [mantissa = '', exponentText = '0'] = Number(digits).toExponential().split('e');
    const exponent = Number(exponentText);
    if (exponent >= -4 && exponent < 6)
        return Number(digits).toString();
    const width = String(Math.abs(exponent)).padStart(2, '0');
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${width}`;
}

;// CONCATENATED MODULE: ./build/manifest/tagged.js


const core = 'tag:yaml.org,2002:';
/** A scalar's value by its style and tag (go-yaml v2 decode.go scalar, resolve.go resolve). */
function scalarValue(node) {
    const text = String(node.value);
    const value = taggedValue(node, text);
    if (typeof value !== 'number' || Number.isFinite(value))
        return value;
    throw refuse(node, `${text} is no JSON number, so the API server cannot store it. Quote it to mean the text.`);
}
/** A scalar as the key of a map; `null` where Kubernetes refuses it. */
function scalarKey(node) {
    const text = String(node.value);
    if (node.tag === undefined)
        return node.type === 'PLAIN' ? resolvePlainKey(text) : text;
    const value = taggedValue(node, text);
    return typeof value === 'string' ? value : resolvePlainKey(text);
}
function taggedValue(node, text) {
    const tag = node.tag;
    if (tag === undefined)
        return node.type === 'PLAIN' ? resolvePlain(text) : text;
    const value = resolvePlain(text);
    switch (tag) {
        case `${core}bool`:
            if (typeof value === 'boolean')
                return value;
            break;
        case `${core}null`:
            if (value === null)
                return null;
            break;
        case `${core}int`:
            if (typeof value === 'number' && !/[.eE]/.test(text))
                return value;
            break;
        case `${core}float`:
            if (typeof value === 'number')
                return value;
            break;
        case `${core}binary`:
            return decodeBase64(node, text);
        default:
            return text;
    }
    throw refuse(node, `${JSON.stringify(text)} cannot be read as !!${tag.slice(core.length)}. Correct the value or the tag.`);
}
function decodeBase64(node, text) {
    const compact = text.replace(/[\r\n]/g, '');
    if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact)) {
        throw refuse(node, '!!binary holds text that is not base64. Correct the value or the tag.');
    }
    const bytes = Uint8Array.from(atob(compact), unit => unit.charCodeAt(0));
    return new TextDecoder().decode(bytes);
}
function refuse(node, message) {
    return new Refused('manifest/invalid-scalar', message, node.range[0], node.range[1]);
}

;// CONCATENATED MODULE: ./build/manifest/tree.js


/** Deeper documents are refused: every walk after this one may recurse. Kubernetes objects stay far below. */
const maxDepth = 100;
/**
 * The `yaml` library's syntax tree of one document, scalars unresolved (`value` is the text). Throws `Refused` where
 * the text is not YAML. Duplicate keys are not looked for (the library's search is quadratic), merge keys not applied.
 */
function composeTree(text) {
    refuseVersion(text);
    const composer = new FirstErrorComposer(text);
    let document = null;
    for (const found of composer.compose(tokens(text), false, text.length)) {
        document ??= found; // composed from a text, so parsed
    }
    // What the parser reports, rather than the composer, ends up in the document.
    const error = document?.errors[0] ?? composer.streamInfo().errors[0];
    if (error !== undefined)
        throw invalid(error.pos, error.code, error.message, text);
    return document?.contents ?? null;
}
/** libyaml reads YAML 1.1 and refuses a document that says it is another (parserc.go, yaml_parser_process_directives). */
function refuseVersion(text) {
    const directive = /^%YAML[ \t]+(\S+)/m.exec(text);
    if (directive === null ||
        directive[1] === '1.1' ||
        !text
            .slice(0, directive.index)
            .trim()
            .match(/^(?:#.*\s*|%.*\s*)*$/))
        return;
    throw new Refused('manifest/unsupported-version', `Kubernetes reads YAML 1.1 and refuses documents that say they are ${directive[1]}. Remove the directive.`, directive.index, directive.index + directive[0].length);
}
/** Stops at the first error: a hostile text has one a line, and the library would list them all. */
class FirstErrorComposer extends dist/* Composer */.Dk {
    constructor(text) {
        super({
            schema: 'failsafe',
            resolveKnownTags: false,
            uniqueKeys: false,
            merge: false,
            strict: true,
            logLevel: 'silent'
        });
        let first = null;
        const onError = (at, code, message, warning) => {
            if (warning === true || isAccepted(message))
                return;
            // The library catches it at every level, to say there what went wrong: the same again.
            first ??= invalid(span(at), code, message, text);
            throw first;
        };
        // Private to the library's types; were it renamed, all errors would be listed and the first one taken.
        Object.assign(this, { onError });
    }
}
function span(at) {
    if (typeof at === 'number')
        return [at, at + 1];
    if ('range' in at)
        return [at.range[0], at.range[1]];
    if ('offset' in at)
        return [at.offset, at.offset + (at.source?.length ?? 1)];
    return [at[0], at[1]];
}
function invalid([start, end], code, message, text) {
    // Where the text ends too early, the last thing in it is to blame.
    const from = Math.max(0, Math.min(start, text.trimEnd().length - 1));
    return new Refused('manifest/invalid-yaml', `Not YAML: ${sentence(message)} The document is left out of the analysis: correct the syntax.`, from, Math.max(from + 1, Math.min(end, text.length)), { params: { code } });
}
/** What the library reports and libyaml, which Kubernetes reads with, does not mind. */
function isAccepted(message) {
    return message.startsWith('Comments must be separated from other tokens');
}
/** Stops at `maxDepth` before anything recurses over the tokens. */
function* tokens(text) {
    const parser = new dist/* Parser */.iX();
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        yield* parser.next(lexeme);
        if (parser.stack.length > maxDepth + 1)
            throw tooDeep(parser.offset);
    }
    yield* parser.end();
}
function tooDeep(at) {
    return new Refused('manifest/too-deep', `Nested more than ${maxDepth} levels deep, which no Kubernetes object is. The document is left out of the analysis: flatten it.`, at, at + 1);
}
function sentence(message) {
    const flat = message.replace(/\s+/g, ' ').trim();
    return /[.!?]$/.test(flat) ? flat : `${flat}.`;
}

;// CONCATENATED MODULE: ./build/manifest/dialect.js

/**
 * What YAML 1.2 allows and Kubernetes does not read, or reads as something else: it uses go-yaml v2, a port of libyaml
 * (scannerc.go). Each is refused, since two readings of one document must never pass for one.
 */
function refuseOtherDialect(node, raw, inFlow) {
    const reason = node.type === 'QUOTE_DOUBLE'
        ? escapeReason(raw)
        : node.type === 'PLAIN'
            ? inFlow && plainReason(raw)
            : blockReason(raw);
    if (typeof reason !== 'string')
        return;
    const [start, end] = node.range;
    throw new Refused('manifest/invalid-scalar', reason, start, Math.max(end, start + 1));
}
/** Anchors and aliases are letters, digits, `_` and `-`; behind another character something else begins. */
function refuseOtherAnchor(name, start, end) {
    if (/^[\w-]+$/.test(name))
        return;
    const message = `Kubernetes allows only letters, digits, "_" and "-" in the name of an anchor. Rename ${JSON.stringify(name)}.`;
    throw new Refused('manifest/invalid-anchor', message, start, Math.max(end, start + 1));
}
/** A scalar as a key in a flow map: a colon without a space behind it ends it here and not in Kubernetes. */
function refuseTightColon(text, node) {
    const [start, end] = node.range;
    if (node.type !== 'PLAIN' || !/^:[,[\]{}]/.test(text.slice(end, end + 2)))
        return;
    const message = 'A colon right before a bracket or comma belongs to the text for Kubernetes and ends a key elsewhere. Quote the text, or put a space behind the colon.';
    throw new Refused('manifest/invalid-scalar', message, start, end + 1);
}
function escapeReason(raw) {
    for (let at = raw.indexOf('\\'); at >= 0; at = raw.indexOf('\\', at + 2)) {
        const slash = raw.charAt(at + 1) === '/';
        const written = raw.slice(at, at + (slash ? 2 : 6));
        if (slash || /^\\u[dD][89a-fA-F]/.test(written)) {
            return `Kubernetes does not read the escape ${written}. Write the character itself.`;
        }
    }
    return null;
}
function plainReason(raw) {
    if (raw.startsWith(':')) {
        return 'Inside brackets a text must not begin with a colon: Kubernetes refuses it. Quote it.';
    }
    return raw.includes('?')
        ? 'Inside brackets Kubernetes takes a question mark for the start of a key. Quote the text.'
        : null;
}
function blockReason(raw) {
    const header = /^[|>]([^\n]*)\n/.exec(raw);
    if (header === null)
        return null;
    const text = raw.slice(header[0].length);
    if (/^(?: *\r?\n)* *\t/.test(text)) {
        return 'The first line of this text begins with a tab, which Kubernetes refuses as indentation. Begin it with another character.';
    }
    return /^[-+]?[1-9]/.test(header[1] ?? '') && text.trim() === ''
        ? 'This text is made of spaces alone, which readers of YAML keep or drop as they please. Write it in quotes.'
        : null;
}
/** Without a line break at the end of the text a block scalar ends without one, however it is chomped. */
function blockText(node, text) {
    const value = String(node.value);
    const cut = node.range[1] >= text.length && !text.endsWith('\n') && value.endsWith('\n');
    return cut ? value.slice(0, -1) : value;
}

// EXTERNAL MODULE: ./build/manifest/map.js
var manifest_map = __webpack_require__(3766);
;// CONCATENATED MODULE: ./build/manifest/value.js






/** What aliases may add up to, in nodes of the expanded document, whatever its own size. */
const freeNodes = 100_000;
const expansionFactor = 10;
/** JSON as sigs.k8s.io/yaml makes it of a syntax tree. Throws `Refused` where Kubernetes could not read it. */
function treeValue(root, text) {
    if (root === null)
        return { value: null, problems: [] };
    const reader = new TreeReader(text);
    const value = reader.read(root, 1);
    return { value, problems: reader.problems };
}
class TreeReader {
    text;
    /** The API server reads a document that begins with a brace as JSON first. */
    json;
    problems = [];
    anchors = new Map();
    nodes = 0;
    written = 0;
    height = 0;
    inFlow = false;
    constructor(text) {
        this.text = text;
        this.json = isJson(text);
    }
    read(node, depth) {
        if (node === null)
            return null;
        if (depth > maxDepth)
            throw tooDeep(node.range[0]);
        this.nodes++;
        this.height = Math.max(this.height, depth);
        if ((0,dist/* isAlias */.Vj)(node))
            return this.alias(node.source, node, depth).value;
        this.written++;
        const anchor = node.anchor;
        if (anchor === undefined)
            return this.readPlain(node, depth);
        refuseOtherAnchor(anchor, node.range[0], node.range[1]);
        const before = this.nodes;
        const outerHeight = this.height;
        this.height = depth;
        this.anchors.set(anchor, 'open');
        const value = this.readPlain(node, depth);
        this.anchors.set(anchor, {
            value,
            nodes: this.nodes - before + 1,
            height: this.height - depth + 1,
            isMap: (0,dist/* isMap */.jh)(node)
        });
        this.height = Math.max(this.height, outerHeight);
        return value;
    }
    readPlain(node, depth) {
        if ((0,dist/* isScalar */.jn)(node))
            return scalarValue(this.scalar(node)); // narrowed by isScalar to an unparsed Scalar
        const outside = this.inFlow;
        this.inFlow = ((0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node)) && node.flow === true;
        const value = this.collection(node, depth);
        this.inFlow = outside;
        return value;
    }
    collection(node, depth) {
        if ((0,dist/* isSeq */.oP)(node)) {
            const items = [];
            for (const item of node.items)
                items.push(this.read(item, depth + 1)); // parsed
            return items;
        }
        const map = (0,manifest_map/* emptyMap */.MZ)();
        if ((0,dist/* isMap */.jh)(node))
            this.fields(node.items, map, depth); // parsed
        return map;
    }
    scalar(node) {
        const raw = this.text.slice(node.range[0], node.range[1]);
        if (!this.json)
            refuseOtherDialect(node, raw, this.inFlow);
        if (node.type?.startsWith('BLOCK') === true)
            node.value = blockText(node, this.text);
        return node;
    }
    alias(name, node, depth) {
        const target = this.anchors.get(name);
        const [start, end] = node.range;
        if (target === undefined) {
            throw new Refused('manifest/unknown-anchor', `The alias *${name} names no anchor before it in this document. Define &${name} first, or correct the name.`, start, end, { params: { anchor: name } });
        }
        if (target === 'open') {
            throw new Refused('manifest/cyclic-anchor', `The anchor &${name} contains itself through *${name}, so the document has no end. Remove the alias.`, start, end, { params: { anchor: name } });
        }
        this.nodes += target.nodes;
        if (this.nodes > Math.max(freeNodes, expansionFactor * this.written)) {
            throw new Refused('manifest/alias-bomb', `Aliases expand this document to more than ${freeNodes} nodes and ${expansionFactor} times what is written. The document is left out of the analysis: write fewer aliases.`, start, end);
        }
        if (depth + target.height - 1 > maxDepth)
            throw tooDeep(start);
        this.height = Math.max(this.height, depth + target.height - 1);
        return target;
    }
    fields(pairs, map, depth) {
        const seen = new Map();
        for (const { key, value } of pairs) {
            if (isMergeKey(key)) {
                this.merge(value, map, depth);
                continue;
            }
            const name = this.key(key, depth);
            this.nodes++;
            this.written++;
            const earlier = seen.get(name);
            // A third time says nothing new.
            if (earlier)
                this.problems.push(duplicateKey(name, key, earlier));
            seen.set(name, earlier === undefined ? key : null);
            map[name] = this.read(value, depth + 1);
        }
    }
    key(key, depth) {
        const [start, end] = key.range;
        if ((0,dist/* isAlias */.Vj)(key)) {
            const { value } = this.alias(key.source, key, depth);
            if (typeof value === 'string')
                return value;
        }
        else if ((0,dist/* isScalar */.jn)(key)) {
            if (this.inFlow)
                refuseTightColon(this.text, key); // as above
            const name = scalarKey(this.scalar(key)); // as above
            if (key.anchor !== undefined) {
                this.anchors.set(key.anchor, { value: name, nodes: 1, height: 1, isMap: false });
            }
            if (name !== null)
                return name;
        }
        throw new Refused('manifest/invalid-key', 'This key is not a string, and JSON has no other keys: quote it.', start, Math.max(end, start + 1));
    }
    /** go-yaml v2 merges where `<<` stands, so that a merged field replaces one written before it (decode.go, merge). */
    merge(source, map, depth) {
        const sources = (0,dist/* isSeq */.oP)(source) ? source.items : [source]; // parsed
        const found = [];
        for (const each of sources) {
            const isAMap = (0,dist/* isAlias */.Vj)(each) ? this.alias(each.source, each, depth).isMap : (0,dist/* isMap */.jh)(each);
            if (each === null || !isAMap) {
                const [start, end] = (each ?? source)?.range ?? [0, 0];
                throw new Refused('manifest/invalid-merge', 'A merge key (<<) takes a map or a list of maps. Point it at a map, or remove it.', start, Math.max(end, start + 1));
            }
            found.push((0,dist/* isAlias */.Vj)(each) ? this.aliasValue(each.source) : this.read(each, depth));
        }
        for (const each of found.reverse())
            Object.assign(map, each);
    }
    aliasValue(name) {
        const target = this.anchors.get(name);
        return target === undefined || target === 'open' ? null : target.value;
    }
}
function isJson(text) {
    if (!/^\s*\{/.test(text))
        return false;
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false; // YAML in flow style
    }
}
/** Plain `<<`, or any `<<` tagged !!merge (go-yaml v2 decode.go, isMerge). */
function isMergeKey(key) {
    return ((0,dist/* isScalar */.jn)(key) &&
        key.value === '<<' &&
        (key.tag === undefined ? key.type === 'PLAIN' : key.tag === 'tag:yaml.org,2002:merge'));
}
function duplicateKey(name, key, earlier) {
    return {
        id: 'manifest/duplicate-key',
        severity: 'error',
        message: `The key ${JSON.stringify(name)} stands twice in this map: Kubernetes refuses that or keeps only the last. Remove one.`,
        params: { key: name },
        start: key.range[0],
        end: key.range[1],
        related: [{ start: earlier.range[0], end: earlier.range[1], note: 'first here' }]
    };
}

;// CONCATENATED MODULE: ./build/manifest/locate.js




/** Finds fields in the syntax tree of one document; made only when a place in it is asked for. */
class TreeLocator {
    text;
    root;
    /** What each alias stands for: a name may be defined again, so the last definition before it. */
    targets = new Map();
    fieldsOf = new WeakMap();
    /** `text` has been read without an error before. */
    constructor(text) {
        this.text = text;
        this.root = composeTree(text);
        if (text.includes('*'))
            this.bindAliases(this.root, new Map());
    }
    span(path, part) {
        let node = this.target(this.root);
        let nearest = node === null ? [0, 0] : this.trimmed(node);
        for (const [index, step] of path.entries()) {
            const last = index === path.length - 1;
            if ((0,dist/* isSeq */.oP)(node) && typeof step === 'number') {
                const item = node.items[step]; // parsed
                if (item === undefined)
                    return nearest;
                const span = item === null ? nearest : this.trimmed(item);
                if (last)
                    return span;
                nearest = span;
                node = this.target(item);
            }
            else if ((0,dist/* isMap */.jh)(node)) {
                const pair = this.fields(node).get(String(step)); // a map of a parsed tree
                if (pair === undefined)
                    return nearest;
                nearest = this.trimmed(pair.key);
                if (last && part === 'value' && pair.value !== null && !isEmpty(pair.value)) {
                    return this.trimmed(pair.value);
                }
                if (last)
                    return nearest;
                node = this.target(pair.value);
            }
            else {
                return nearest;
            }
        }
        return nearest;
    }
    target(node) {
        return (0,dist/* isAlias */.Vj)(node) ? (this.targets.get(node) ?? null) : node;
    }
    /** The fields of a map as they count: the last of equal keys, merged ones where `<<` stands. */
    fields(map) {
        const known = this.fieldsOf.get(map);
        if (known !== undefined)
            return known;
        const fields = new Map();
        this.fieldsOf.set(map, fields);
        if (!(0,dist/* isMap */.jh)(map))
            return fields;
        for (const pair of map.items) {
            if (isMergeKey(pair.key)) {
                const source = pair.value;
                const sources = (0,dist/* isSeq */.oP)(source) ? [...source.items].reverse() : [source];
                for (const each of sources) {
                    const merged = this.target(each);
                    if (merged === null)
                        continue;
                    for (const [name, field] of this.fields(merged))
                        fields.set(name, field);
                }
            }
            else {
                const name = this.keyText(pair.key);
                if (name !== null)
                    fields.set(name, pair);
            }
        }
        return fields;
    }
    keyText(key) {
        const node = this.target(key);
        return (0,dist/* isScalar */.jn)(node) ? scalarKey(node) : null; // of a parsed tree
    }
    trimmed(node) {
        const [start, valueEnd] = node.range;
        let end = valueEnd;
        while (end > start && /\s/.test(this.text.charAt(end - 1)))
            end--;
        // An empty item of a list has no text of its own: its dash.
        return end > start ? [start, end] : [Math.max(0, start - 1), start];
    }
    bindAliases(node, anchors) {
        if (node === null)
            return;
        if ((0,dist/* isAlias */.Vj)(node)) {
            const target = anchors.get(node.source);
            if (target !== undefined)
                this.targets.set(node, target);
            return;
        }
        if (node.anchor !== undefined)
            anchors.set(node.anchor, node);
        if ((0,dist/* isSeq */.oP)(node))
            for (const item of node.items)
                this.bindAliases(item, anchors); // parsed
        if (!(0,dist/* isMap */.jh)(node))
            return;
        for (const pair of node.items) {
            this.bindAliases(pair.key, anchors);
            this.bindAliases(pair.value, anchors);
        }
    }
}
function isEmpty(node) {
    return (0,dist/* isScalar */.jn)(node) && node.range[0] === node.range[1];
}

;// CONCATENATED MODULE: ./build/manifest/plain/places.js
function noPlaces() {
    return { fields: new Map(), items: new Map(), root: [0, 0] };
}

;// CONCATENATED MODULE: ./build/manifest/plain/unusual.js
/** Thrown by the plain reader at anything it does not read; one object, since a stack trace would cost more than it. */
class Unusual extends Error {
}
const unusual = new Unusual('not the plain subset of YAML');

;// CONCATENATED MODULE: ./build/manifest/plain/block-scalar.js

const space = 32;
const tab = 9;
/**
 * A `|` or `>` scalar whose header stands at `at` on the current line. Moves `lines.following` behind it.
 * Unusual: empty content, and spaces on leading lines, of which the indentation could be told.
 */
function readBlockScalar(lines, at, parentIndent) {
    const { text, limit } = lines;
    const header = readHeader(lines, at);
    const content = [];
    let indent = header.indent === 0 ? -1 : parentIndent + header.indent;
    let end = at;
    let start = lines.following;
    while (start < limit) {
        const lineEnd = lines.lineEnd(start);
        let first = start;
        while (first < lineEnd && text.charCodeAt(first) === space)
            first++;
        const columns = first - start;
        const blank = first === lineEnd;
        if (blank && (indent < 0 || columns <= indent)) {
            if (indent < 0 && columns > 0)
                throw unusual;
            content.push('');
        }
        else {
            if (indent < 0 && columns > parentIndent)
                indent = columns;
            if (end === at && text.charCodeAt(first) === tab)
                throw unusual;
            if (columns < indent || indent < 0) {
                if (columns > parentIndent)
                    throw unusual;
                lines.following = start;
                break;
            }
            content.push(text.slice(start + indent, lineEnd));
            end = lineEnd;
        }
        start = lines.following;
    }
    if (end === at)
        throw unusual;
    let trailing = 0;
    while (content.at(-1) === '') {
        content.pop();
        trailing++;
    }
    const body = header.folded ? fold(content) : content.join('\n');
    const breaks = end === limit || header.chomp === '-' ? 0 : header.chomp === '+' ? trailing + 1 : 1;
    return { text: body + '\n'.repeat(breaks), end };
}
function readHeader(lines, at) {
    const { text } = lines;
    let chomp = '';
    let indent = 0;
    let end = at + 1;
    for (; end < at + 3; end++) {
        const letter = text.charAt(end);
        if ((letter === '-' || letter === '+') && chomp === '')
            chomp = letter;
        else if (letter >= '1' && letter <= '9' && indent === 0)
            indent = Number(letter);
        else
            break;
    }
    lines.expectLineEnd(end);
    return { folded: text.charCodeAt(at) === 62, chomp, indent };
}
/** Line breaks become spaces, blank lines become line breaks. Unusual: lines with white space of their own in front. */
function fold(content) {
    let text = '';
    let blank = 0;
    for (const [index, line] of content.entries()) {
        if (line === '') {
            blank++;
            continue;
        }
        if (line.startsWith(' ') || line.startsWith('\t'))
            throw unusual;
        if (blank > 0)
            text += '\n'.repeat(blank);
        else if (index > 0)
            text += ' ';
        text += line;
        blank = 0;
    }
    return text;
}

;// CONCATENATED MODULE: ./build/manifest/plain/plain-scalar.js


/**
 * Characters that a plain scalar may start with: 1 for those that are no indicator (YAML 1.2.2, 5.3) and for `-`, behind
 * which a space makes an item; 2 for those that may where no space follows, outside of flow collections (libyaml).
 */
const starts = new Uint8Array(128);
for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_/.+$(;^=~<-\\') {
    starts[letter.charCodeAt(0)] = 1;
}
for (const letter of ':?')
    starts[letter.charCodeAt(0)] = 2;
function canStartPlain(code) {
    return code < 128 ? starts[code] === 1 : code > 0xa0 && code !== 0xfeff;
}
/** The same outside of flow collections; `next` is NaN or a line break at the end of the line. */
function canStartBlockPlain(code, next) {
    if (code < 128)
        return starts[code] === 1 || (starts[code] === 2 && next > 32);
    return canStartPlain(code);
}
/** Letters that the words and numbers of YAML 1.1 start with: `yes`, `Null`, `~`, `12`, `.5`, `-1`. */
const specials = new Uint8Array(128);
for (const letter of 'yYnNtTfFoO~0123456789.+-')
    specials[letter.charCodeAt(0)] = 1;
function isSpecialWordStart(code) {
    return code < 128 && specials[code] === 1;
}
/** What a plain scalar means. Unusual: infinity and NaN, which JSON cannot hold. */
function plainValue(text) {
    if (!isSpecialWordStart(text.charCodeAt(0)))
        return text;
    const value = resolvePlain(text);
    if (typeof value === 'number' && !Number.isFinite(value))
        throw unusual;
    return value;
}

;// CONCATENATED MODULE: ./build/manifest/plain/quoted.js

const doubleQuote = 34;
const singleQuote = 39;
const backslash = 92;
const control = /[^\P{Cc}\n]/u;
const simpleEscapes = '"\\bfnrt';
const codeUnit = /u(?![dD][89a-fA-F])[0-9a-fA-F]{4}/y;
/** The end of a quoted scalar, behind its closing quote; -1: it is not closed before `limit`. `at` is its opening quote. */
function quotedEnd(text, at, limit) {
    const double = text.charCodeAt(at) === doubleQuote;
    for (let i = at + 1; i < limit; i++) {
        const code = text.charCodeAt(i);
        if (double) {
            if (code === backslash)
                i++;
            else if (code === doubleQuote)
                return i + 1;
        }
        else if (code === singleQuote) {
            if (text.charCodeAt(i + 1) !== singleQuote)
                return i + 1;
            i++;
        }
    }
    return -1;
}
/**
 * What a quoted scalar means; `end` is behind its closing quote. Line breaks in it become spaces, blank lines become
 * line breaks (YAML 1.2.2, 7.3).
 */
function quotedText(text, at, end) {
    let raw = text.slice(at + 1, end - 1);
    if (raw.includes('\n'))
        raw = foldLines(raw);
    if (text.charCodeAt(at) === singleQuote)
        return raw.includes("'") ? raw.replaceAll("''", "'") : raw;
    if (!raw.includes('\\'))
        return raw;
    if (control.test(raw) || !hasJsonEscapes(raw))
        throw unusual;
    return JSON.parse(`"${raw.replaceAll('\n', '\\n')}"`);
}
/** White space around the line breaks goes; what stands before the closing quote stays. */
function foldLines(raw) {
    if (raw.includes('\t'))
        throw unusual;
    const lines = raw.split('\n');
    let folded = (lines[0] ?? '').trimEnd();
    let blank = 0;
    for (let index = 1; index < lines.length; index++) {
        const line = lines[index] ?? '';
        const last = index === lines.length - 1;
        const content = last ? line.trimStart() : line.trim();
        if (content === '' && !last) {
            blank++;
            continue;
        }
        folded += blank > 0 ? '\n'.repeat(blank) : ' ';
        folded += content;
        blank = 0;
    }
    return folded;
}
/** JSON's escapes but `\\/` mean the same in YAML; the others, surrogates among them, are left to the library. */
function hasJsonEscapes(raw) {
    for (let at = raw.indexOf('\\'); at >= 0; at = raw.indexOf('\\', at + 2)) {
        if (simpleEscapes.includes(raw.charAt(at + 1)))
            continue;
        codeUnit.lastIndex = at + 1;
        if (!codeUnit.test(raw))
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./build/manifest/plain/flow.js






const flow_space = 32;
const hash = 35;
const comma = 44;
const colon = 58;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
/**
 * Flow collections, on one line or several. Indentation inside of them means nothing to Kubernetes (libyaml), nor here.
 * Unusual: single pairs in a list, keys over two lines, plain or quoted scalars over several lines.
 */
class FlowReader {
    /** Behind what was read last. */
    at = 0;
    lines;
    text;
    places;
    depth = 0;
    constructor(lines, places) {
        this.lines = lines;
        this.text = lines.text;
        this.places = places;
    }
    /** The collection whose bracket stands at `at`; the lines move to the one where it ends. */
    read(at, depth) {
        this.at = at;
        this.depth = depth;
        return this.value();
    }
    value() {
        const code = this.text.charCodeAt(this.at);
        if (code === openBracket)
            return this.sequence();
        if (code === openBrace)
            return this.map();
        if (code === 34 || code === 39)
            return this.quoted();
        return plainValue(this.plain());
    }
    sequence() {
        const items = [];
        const spans = [];
        this.open();
        while (this.text.charCodeAt(this.at) !== closeBracket) {
            const start = this.at;
            items.push(this.value());
            spans.push([start, this.at]);
            this.separator(closeBracket);
        }
        this.close();
        this.places?.items.set(items, spans);
        return items;
    }
    map() {
        const map = (0,manifest_map/* emptyMap */.MZ)();
        const fields = this.places === null ? null : new Map();
        this.open();
        while (this.text.charCodeAt(this.at) !== closeBrace) {
            const key = this.at;
            const name = this.key();
            const keyEnd = this.at;
            const line = this.lines.lineStart;
            if (map[name] !== undefined)
                throw unusual;
            this.blank();
            const paired = this.text.charCodeAt(this.at) === colon;
            if (paired) {
                if (this.lines.lineStart !== line)
                    throw unusual;
                this.at++;
                this.blank();
            }
            const value = this.at;
            map[name] = paired ? this.value() : null;
            fields?.set(name, { key, keyEnd, value, valueEnd: this.at });
            this.separator(closeBrace);
        }
        this.close();
        if (fields !== null)
            this.places?.fields.set(map, fields);
        return map;
    }
    key() {
        const code = this.text.charCodeAt(this.at);
        if (code === 34 || code === 39)
            return this.quoted();
        const text = this.plain();
        if (text === '<<')
            throw unusual;
        const name = resolvePlainKey(text);
        if (name === null)
            throw unusual;
        return name;
    }
    open() {
        if (++this.depth > maxDepth)
            throw unusual;
        this.at++;
        this.blank();
    }
    close() {
        this.depth--;
        this.at++;
    }
    separator(close) {
        this.blank();
        const code = this.text.charCodeAt(this.at);
        if (code === comma) {
            this.at++;
            this.blank();
        }
        else if (code !== close)
            throw unusual;
    }
    /** Over white space, line breaks and comments. */
    blank() {
        const { lines, text } = this;
        for (;;) {
            while (this.at < lines.end && text.charCodeAt(this.at) === flow_space)
                this.at++;
            const comment = text.charCodeAt(this.at) === hash && text.charCodeAt(this.at - 1) === flow_space;
            if (this.at < lines.end && !comment)
                return;
            lines.advance();
            if (lines.indent < 0)
                throw unusual;
            this.at = lines.at;
        }
    }
    quoted() {
        const start = this.at;
        this.at = quotedEnd(this.text, start, this.lines.end);
        if (this.at < 0)
            throw unusual;
        return quotedText(this.text, start, this.at);
    }
    plain() {
        const { text, lines } = this;
        const start = this.at;
        if (!canStartPlain(text.charCodeAt(start)) || lines.isItem(start))
            throw unusual;
        let at = start;
        for (; at < lines.end; at++) {
            const code = text.charCodeAt(at);
            if (code === comma || code === closeBracket || code === closeBrace)
                break;
            if (code === openBracket || code === openBrace || code === 63)
                throw unusual;
            if (code === 9 || code === hash)
                throw unusual;
            // Only white space ends a scalar behind a colon (libyaml): `[2001:db8::]` holds one.
            if (code === colon && (text.charCodeAt(at + 1) === flow_space || at + 1 === lines.end))
                break;
        }
        let end = at;
        while (end > start && text.charCodeAt(end - 1) === flow_space)
            end--;
        const found = text.slice(start, end);
        if (found === '-')
            throw unusual;
        this.at = end;
        return found;
    }
}

;// CONCATENATED MODULE: ./build/manifest/plain/lines.js

const lines_space = 32;
const lines_tab = 9;
const lines_hash = 35;
const carriageReturn = 13;
/**
 * Walks the lines of a text that hold content, with their indentation. Blank lines and lines that are only a comment
 * are passed over.
 */
class ContentLines {
    text;
    /** Where the walk ends, exclusive. */
    limit;
    returns;
    /** Start of the line after the current one. */
    following;
    /** The current line: its start, its first character that is not a space, its end without the line break. */
    lineStart = 0;
    at = 0;
    end = 0;
    /** Columns before `at`; -1 once the text is over. */
    indent = -1;
    /** `returns`: the text may hold carriage returns, each before a line feed. */
    constructor(text, start, limit, returns) {
        this.text = text;
        this.limit = limit;
        this.following = start;
        this.returns = returns;
    }
    /** To the next line with content. Unusual: a tab before the content. */
    advance() {
        const text = this.text;
        while (this.following < this.limit) {
            const start = this.following;
            const end = this.lineEnd(start);
            let at = start;
            while (at < end && text.charCodeAt(at) === lines_space)
                at++;
            if (at === end)
                continue;
            const code = text.charCodeAt(at);
            if (code === lines_hash)
                continue;
            if (code === lines_tab)
                throw unusual;
            this.lineStart = start;
            this.end = end;
            this.at = at;
            this.indent = at - start;
            return;
        }
        this.indent = -1;
    }
    /** The end of the line that starts at `start`; moves `following` behind it. */
    lineEnd(start) {
        const text = this.text;
        const feed = text.indexOf('\n', start);
        const end = feed < 0 || feed >= this.limit ? this.limit : feed;
        this.following = end === this.limit ? end : end + 1;
        return this.returns && end > start && text.charCodeAt(end - 1) === carriageReturn
            ? end - 1
            : end;
    }
    /** Nothing but spaces and a comment behind a space may follow on the line. */
    expectLineEnd(from) {
        if (this.text.charCodeAt(from) === lines_hash)
            throw unusual;
        this.expectEndBehind(from);
    }
    /** The same behind a closing quote or bracket, where a comment needs no space (libyaml). */
    expectEndBehind(from) {
        let at = from;
        while (at < this.end && this.text.charCodeAt(at) === lines_space)
            at++;
        if (at < this.end && this.text.charCodeAt(at) !== lines_hash)
            throw unusual;
    }
    /** A `-` that opens an item stands at `at`. */
    isItem(at) {
        return (this.text.charCodeAt(at) === 45 &&
            (at + 1 === this.end || this.text.charCodeAt(at + 1) === lines_space));
    }
}

;// CONCATENATED MODULE: ./build/manifest/plain/reader.js









const reader_space = 32;
const reader_hash = 35;
const reader_colon = 58;
/** An implicit key ends within 1,024 characters (YAML 1.2.2, 7.4.2). */
const longestKey = 1000;
/**
 * Reads the plain subset of YAML that nearly every manifest is written in, in one pass: block maps and lists, flow
 * collections, quoted scalars on one line, block scalars, comments. Anything else (anchors, tags, merge keys, quotes
 * over several lines, duplicate keys, any mistake) throws `unusual`, and the `yaml` library reads the document. What
 * both read is equal: a property test says so.
 */
class PlainReader {
    text;
    lines;
    flow;
    places;
    /** Where the value that was read last starts and ends. */
    valueStart = 0;
    valueEnd = 0;
    constructor(text, start, limit, returns, places) {
        this.text = text;
        this.lines = new ContentLines(text, start, limit, returns);
        this.flow = new FlowReader(this.lines, places);
        this.places = places;
    }
    read() {
        const { lines, text } = this;
        lines.advance();
        if (lines.indent === 0 && text.startsWith('---', lines.at)) {
            lines.expectLineEnd(lines.at + 3);
            lines.advance();
        }
        if (this.atEnd())
            return null;
        const start = lines.at;
        const value = this.node(-1, 1);
        if (!this.atEnd())
            throw unusual;
        if (this.places !== null)
            this.places.root = [start, this.valueEnd];
        return value;
    }
    atEnd() {
        const { lines, text } = this;
        if (lines.indent < 0)
            return true;
        if (lines.indent !== 0 || !text.startsWith('...', lines.at))
            return false;
        lines.expectLineEnd(lines.at + 3);
        return true;
    }
    /** What starts on the current line: a block collection, or a value behind the line of its key. */
    node(parentIndent, depth) {
        const { lines } = this;
        if (depth > maxDepth)
            throw unusual;
        if (lines.isItem(lines.at))
            return this.sequence(lines.indent, depth);
        const first = this.text.charCodeAt(lines.at);
        if (first === 91 || first === 123)
            return this.inline(lines.at, parentIndent, depth);
        if (this.keyEnd(lines.at) >= 0)
            return this.map(lines.indent, depth);
        if (depth === 1 || first === 124 || first === 62)
            throw unusual;
        return this.inline(lines.at, parentIndent, depth);
    }
    sequence(indent, depth) {
        const { lines, text } = this;
        const items = [];
        const spans = [];
        while (lines.indent === indent && lines.isItem(lines.at)) {
            const dash = lines.at;
            let at = dash + 1;
            while (at < lines.end && text.charCodeAt(at) === reader_space)
                at++;
            if (at === lines.end || text.charCodeAt(at) === reader_hash) {
                lines.advance();
                const nested = lines.indent > indent;
                this.valueStart = nested ? lines.at : dash;
                if (nested)
                    items.push(this.node(indent, depth + 1));
                else {
                    items.push(null);
                    this.valueEnd = dash + 1;
                }
            }
            else if (lines.isItem(at) || this.keyEnd(at) >= 0) {
                lines.at = at;
                lines.indent = at - lines.lineStart;
                items.push(this.node(indent, depth + 1));
                this.valueStart = at;
            }
            else {
                items.push(this.inline(at, indent, depth + 1));
                this.valueStart = at;
            }
            if (this.places !== null)
                spans.push([this.valueStart, this.valueEnd]);
        }
        if (lines.indent > indent)
            throw unusual;
        this.places?.items.set(items, spans);
        return items;
    }
    map(indent, depth) {
        const { lines } = this;
        const map = (0,manifest_map/* emptyMap */.MZ)();
        const fields = this.places === null ? null : new Map();
        while (lines.indent === indent) {
            const start = lines.at;
            if (lines.isItem(start) || (indent === 0 && this.atEnd()))
                break;
            const end = this.keyEnd(start);
            if (end < 0)
                throw unusual;
            const name = this.key(start, end);
            if (map[name] !== undefined)
                throw unusual;
            this.valueStart = end + 1;
            this.valueEnd = end + 1;
            map[name] = this.fieldValue(end + 1, indent, depth + 1);
            fields?.set(name, {
                key: start,
                keyEnd: end,
                value: this.valueStart,
                valueEnd: this.valueEnd
            });
        }
        if (lines.indent > indent)
            throw unusual;
        if (fields !== null)
            this.places?.fields.set(map, fields);
        return map;
    }
    /** The colon behind the implicit key at `at`; -1: there is none on the line. */
    keyEnd(at) {
        const { lines, text } = this;
        const first = text.charCodeAt(at);
        if (first === 34 || first === 39) {
            const end = quotedEnd(text, at, lines.end);
            return this.isColon(end) && end - at < longestKey ? end : -1;
        }
        if (!canStartBlockPlain(first, text.charCodeAt(at + 1)))
            return -1;
        const limit = lines.end;
        for (let i = at; i < limit; i++) {
            const code = text.charCodeAt(i);
            if (code === reader_colon && this.isColon(i))
                return i - at < longestKey ? i : -1;
            if (code === reader_hash && text.charCodeAt(i - 1) === reader_space)
                return -1;
        }
        return -1;
    }
    isColon(at) {
        return (this.text.charCodeAt(at) === reader_colon &&
            (at + 1 === this.lines.end || this.text.charCodeAt(at + 1) === reader_space));
    }
    key(start, end) {
        const first = this.text.charCodeAt(start);
        if (first === 34 || first === 39)
            return quotedText(this.text, start, end);
        const key = this.text.slice(start, end);
        if (key.charCodeAt(key.length - 1) <= reader_space || key === '<<' || key.includes('\t'))
            throw unusual;
        if (!isSpecialWordStart(first))
            return key;
        return resolvePlainKey(key) ?? fail();
    }
    /** What stands behind a key: on its line, or in the lines below it. */
    fieldValue(from, indent, depth) {
        const { lines, text } = this;
        let at = from;
        while (at < lines.end && text.charCodeAt(at) === reader_space)
            at++;
        if (at < lines.end && text.charCodeAt(at) !== reader_hash) {
            const value = this.inline(at, indent, depth);
            this.valueStart = at;
            return value;
        }
        lines.advance();
        const item = lines.indent === indent && lines.isItem(lines.at);
        if (lines.indent <= indent && !item)
            return null;
        const start = lines.at;
        const value = item ? this.sequence(indent, depth) : this.node(indent, depth);
        this.valueStart = start;
        return value;
    }
    /** A value that starts at `at` on the current line; moves to the line behind it. */
    inline(at, parentIndent, depth) {
        const { lines, text } = this;
        const first = text.charCodeAt(at);
        switch (first) {
            case 34:
            case 39: {
                const end = this.quotedEnd(at);
                this.valueEnd = end;
                return this.endOfLine(quotedText(text, at, end), end);
            }
            case 91:
            case 123: {
                if (depth > maxDepth)
                    throw unusual;
                const value = this.flow.read(at, depth);
                this.valueEnd = this.flow.at;
                return this.endOfLine(value, this.flow.at);
            }
            case 124:
            case 62: {
                const scalar = readBlockScalar(lines, at, parentIndent);
                this.valueEnd = scalar.end;
                lines.advance();
                return scalar.text;
            }
        }
        if (!canStartBlockPlain(first, text.charCodeAt(at + 1)) || lines.isItem(at))
            throw unusual;
        return this.plain(at, parentIndent);
    }
    /** Behind the closing quote, on this line or a later one, which the lines move to: libyaml asks for no indentation. */
    quotedEnd(at) {
        const { lines, text } = this;
        const end = quotedEnd(text, at, lines.limit);
        if (end < 0)
            throw unusual;
        while (end > lines.end) {
            lines.lineStart = lines.following;
            lines.end = lines.lineEnd(lines.following);
        }
        return end;
    }
    endOfLine(value, from) {
        this.lines.expectEndBehind(from);
        this.lines.advance();
        return value;
    }
    plain(at, parentIndent) {
        const { lines } = this;
        const first = this.plainLine(at);
        let value = first;
        while (!this.commented) {
            const before = lines.following;
            lines.advance();
            if (lines.indent <= parentIndent)
                return plainValue(value);
            const skipped = this.blankLines(before);
            if (lines.isItem(lines.at))
                throw unusual;
            const more = this.plainLine(lines.at);
            value += (skipped > 0 ? '\n'.repeat(skipped) : ' ') + more;
        }
        lines.advance();
        if (lines.indent > parentIndent)
            throw unusual;
        return plainValue(value);
    }
    /** Whether the plain line read last ended in a comment, behind which a scalar cannot go on. */
    commented = false;
    /** The part of a plain scalar on the current line. Unusual: what looks like a key in it. */
    plainLine(at) {
        const { lines, text } = this;
        const limit = lines.end;
        let end = limit;
        this.commented = false;
        for (let i = at; i < limit; i++) {
            const code = text.charCodeAt(i);
            if (code === reader_colon && this.isColon(i))
                throw unusual;
            if (code === reader_hash && text.charCodeAt(i - 1) === reader_space) {
                this.commented = true;
                end = i;
                break;
            }
            if (code === 9)
                throw unusual;
        }
        while (text.charCodeAt(end - 1) === reader_space)
            end--;
        this.valueEnd = end;
        return text.slice(at, end);
    }
    /** Blank lines between `from` and the current line. Unusual: a comment among them. */
    blankLines(from) {
        let count = 0;
        for (let at = from; at < this.lines.lineStart; at++) {
            const code = this.text.charCodeAt(at);
            if (code === reader_hash)
                throw unusual;
            if (code === 10)
                count++;
        }
        return count;
    }
}
function fail() {
    throw unusual;
}

;// CONCATENATED MODULE: ./build/manifest/plain/locate.js



/** Finds fields in a document that the plain reader has read, by reading it once more with places. */
class PlainLocator {
    root;
    places;
    start;
    constructor(text, start, end, returns) {
        this.start = start;
        this.places = noPlaces();
        this.root = new PlainReader(text, start, end, returns, this.places).read();
    }
    span(path, part) {
        let node = this.root;
        let nearest = this.places.root;
        for (const [index, step] of path.entries()) {
            const last = index === path.length - 1;
            if (Array.isArray(node)) {
                const item = typeof step === 'number' ? this.places.items.get(node)?.[step] : undefined;
                if (item === undefined || typeof step !== 'number')
                    break;
                nearest = item;
                node = node[step];
            }
            else if ((0,manifest_map/* isMap */.jh)(node)) {
                const field = this.places.fields.get(node)?.get(String(step));
                if (field === undefined)
                    break;
                const ofValue = last && part === 'value' && field.value < field.valueEnd;
                nearest = ofValue ? [field.value, field.valueEnd] : [field.key, field.keyEnd];
                node = node[String(step)];
            }
            else
                break;
        }
        return [nearest[0] - this.start, nearest[1] - this.start];
    }
}

;// CONCATENATED MODULE: ./build/manifest/lines.js
/** Offsets of a text as lines and columns; the table is made when the first one is asked for. */
class Lines {
    text;
    starts = null;
    constructor(text) {
        this.text = text;
    }
    /** 1-based, in UTF-16 code units. */
    position(offset) {
        const starts = this.table();
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    }
    table() {
        if (this.starts !== null)
            return this.starts;
        const starts = [0];
        for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) {
            starts.push(at + 1);
        }
        this.starts = starts;
        return starts;
    }
}

;// CONCATENATED MODULE: ./build/manifest/source.js

/** A decoded file, with what its documents need to know of it once. */
class SourceText {
    text;
    lines;
    /** Lines may end in CR LF. */
    returns;
    /** Offset of the first character that Kubernetes reads otherwise than YAML 1.2 does, or refuses; -1: there is none. */
    suspect;
    /** It may hold a suppressing comment or annotation. */
    mentionsSuppression;
    constructor(text) {
        this.text = text;
        this.lines = new Lines(text);
        this.returns = text.includes('\r');
        this.suspect = text.search(suspectCharacter);
        this.mentionsSuppression = suppressionMarks.some(mark => text.includes(mark));
    }
}
/**
 * libyaml takes a lone CR, NEL, LS and PS for line breaks, so that what is a comment to YAML 1.2 could be a field in the
 * cluster; it refuses control characters and non-characters (yamlprivateh.go is_break, readerc.go). U+FFFD stands for
 * bytes that are not UTF-8, which it refuses too.
 */
const suspectCharacter = /\r(?!\n)|[^\t\n\r\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]/u;
/** `U+2028`. */
function codePoint(text, at) {
    return `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
const suppressionMarks = ['meshproof:', 'analyze-suppress', 'ignore-validations'];

;// CONCATENATED MODULE: ./build/manifest/document.js








/** Places are several times the size of values: only those asked for last are kept. */
const keptLocators = 64;
const withLocators = [];
/** One document of a text: its value at once, its places when asked. Knows no path: files with equal bytes share it. */
class SourceDocument {
    slice;
    /** `undefined`: it could not be read, and `problems` says why. */
    value;
    problems;
    source;
    plain;
    locator = null;
    constructor(source, slice) {
        this.source = source;
        this.slice = slice;
        const plain = readPlain(source, slice);
        this.plain = plain !== undefined;
        const read = plain !== undefined ? { value: plain, problems: [] } : readTree(source, slice);
        this.value = read.value;
        this.problems = read.problems;
    }
    locate(file, path, part) {
        return this.range(file, this.located().span(path, part));
    }
    /** Offsets into this document as a place in the file. */
    range(file, [start, end]) {
        const { lines } = this.source;
        return {
            file,
            start: lines.position(this.slice.start + start),
            end: lines.position(this.slice.start + end)
        };
    }
    content() {
        return this.source.text.slice(this.slice.start, this.slice.end);
    }
    located() {
        if (this.locator !== null)
            return this.locator;
        const { text, returns } = this.source;
        const { start, end } = this.slice;
        this.locator = this.plain
            ? new PlainLocator(text, start, end, returns)
            : new TreeLocator(text.slice(start, end));
        withLocators.push(this);
        const oldest = withLocators.length > keptLocators ? withLocators.shift() : undefined;
        if (oldest !== undefined)
            oldest.locator = null;
        return this.locator;
    }
}
/** `undefined`: the document is not in the plain subset. */
function readPlain(source, { start, end }) {
    if (source.suspect >= 0)
        return undefined;
    try {
        return new PlainReader(source.text, start, end, source.returns, null).read();
    }
    catch (error) {
        if (error instanceof Unusual)
            return undefined;
        throw error;
    }
}
/** By the `yaml` library: all of YAML, and what is wrong with it. */
function readTree(source, { start, end }) {
    const text = source.text.slice(start, end);
    try {
        if (source.suspect >= 0)
            refuseSuspects(text);
        return treeValue(composeTree(text), text);
    }
    catch (error) {
        if (error instanceof Refused)
            return { value: undefined, problems: [error.problem] };
        throw error;
    }
}
function refuseSuspects(text) {
    const at = text.search(suspectCharacter);
    if (at < 0)
        return;
    const name = codePoint(text, at);
    const id = name === 'U+FFFD' ? 'manifest/invalid-encoding' : 'manifest/ambiguous-character';
    const message = name === 'U+FFFD'
        ? 'Bytes that are not UTF-8 stand here, so Kubernetes refuses this document. Save the file as UTF-8.'
        : `${name} is a line break or an error to Kubernetes and not to other readers of YAML, so this document has two meanings. Remove the character, or write it as an escape in double quotes.`;
    throw new Refused(id, message, at, at + 1, { params: { character: name } });
}

;// CONCATENATED MODULE: ./build/manifest/kinds.js
/**
 * Kinds that something in the flow reads; every other kind is only counted. By group: `*` is all kinds of it.
 * Groups that end in `.istio.io` are Istio's own and are read whatever their kind.
 */
const read = {
    '': [
        'ConfigMap',
        'Endpoints',
        'Namespace',
        'Node',
        'Pod',
        'ReplicationController',
        'Secret',
        'Service',
        'ServiceAccount'
    ],
    apps: ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
    batch: ['CronJob', 'Job'],
    'discovery.k8s.io': ['EndpointSlice'],
    extensions: ['Ingress'],
    'networking.k8s.io': ['Ingress', 'IngressClass'],
    'gateway.networking.k8s.io': '*',
    'gateway.networking.x-k8s.io': '*',
    'inference.networking.k8s.io': '*',
    'inference.networking.x-k8s.io': '*',
    'admissionregistration.k8s.io': [
        'MutatingWebhookConfiguration',
        'ValidatingWebhookConfiguration'
    ],
    'apiextensions.k8s.io': ['CustomResourceDefinition'],
    'argoproj.io': ['Rollout'],
    'flagger.app': ['Canary'],
    'multicluster.x-k8s.io': ['ServiceExport', 'ServiceImport']
};
/** Kinds without a namespace, among those that are read. */
const clusterScoped = {
    '': ['Namespace', 'Node'],
    'networking.k8s.io': ['IngressClass'],
    'gateway.networking.k8s.io': ['GatewayClass'],
    'admissionregistration.k8s.io': [
        'MutatingWebhookConfiguration',
        'ValidatingWebhookConfiguration'
    ],
    'apiextensions.k8s.io': ['CustomResourceDefinition'],
    'sailoperator.io': ['Istio', 'IstioCNI', 'IstioRevision', 'IstioRevisionTag', 'ZTunnel']
};
/** Whether a document of this kind is read as a manifest. */
function isReadKind(group, kind) {
    if (group.endsWith('.istio.io') || group === 'sailoperator.io')
        return true;
    const kinds = Object.hasOwn(read, group) ? read[group] : undefined;
    return kinds !== undefined && (kinds === '*' || kinds.includes(kind));
}
/** Read only in part: a ConfigMap by its name, a CRD where it is Istio's or the Gateway API's. */
function isReadObject(group, kind, name) {
    if (group === '' && kind === 'ConfigMap')
        return name.startsWith('istio');
    if (group === 'apiextensions.k8s.io') {
        return /\.(?:istio\.io|gateway\.networking\.k8s\.io|sailoperator\.io)$/.test(name);
    }
    return true;
}
function isClusterScoped(group, kind) {
    return Object.hasOwn(clusterScoped, group) && clusterScoped[group]?.includes(kind) === true;
}
/** `Service`, `networking.istio.io/VirtualService`: how coverage counts kinds. */
function kindName(group, kind) {
    return group === '' ? kind : `${group}/${kind}`;
}
/** `networking.istio.io/v1` → its group and version; core kinds have the group `''`. */
function splitApiVersion(apiVersion) {
    const slash = apiVersion.lastIndexOf('/');
    return slash < 0
        ? { group: '', version: apiVersion }
        : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

;// CONCATENATED MODULE: ./build/manifest/metadata.js

/** `null` where there is none and none can be made: then a fault says so. */
function nameOf(metadata, type, found) {
    if (metadata !== undefined && metadata !== null && !(0,manifest_map/* isMap */.jh)(metadata)) {
        fault(found, type, 'manifest/invalid-metadata', [], 'metadata is not a map. It takes name, namespace, labels and annotations.');
        return null;
    }
    const fields = metadata ?? manifest_map/* noFields */.Vz;
    const { name, generateName } = fields;
    if (typeof name === 'string' && name !== '')
        return name;
    if (name !== undefined && name !== null && typeof name !== 'string') {
        fault(found, type, 'manifest/invalid-name', ['name'], 'metadata.name is not a string. Quote it.');
        return null;
    }
    if (typeof generateName === 'string' && generateName !== '')
        return generateName;
    // istioctl reads it from a file and asks for no name.
    if (type.group === 'install.istio.io')
        return '';
    fault(found, type, 'manifest/missing-name', ['name'], `This ${type.kind} has no metadata.name, so it cannot be applied. Name it.`);
    return null;
}
/** Labels or annotations. Kubernetes reads null as an empty text and refuses anything else that is no string. */
function textsOf(fields, field, type, name, found) {
    const given = fields[field];
    const result = (0,manifest_map/* emptyMap */.MZ)(); // only strings are put in
    if (given === undefined || given === null)
        return result;
    if (!(0,manifest_map/* isMap */.jh)(given)) {
        fault(found, type, `manifest/invalid-${field}`, [field], `metadata.${field} is not a map of strings. Correct it.`, { name });
        return result;
    }
    for (const [key, value] of Object.entries(given)) {
        if (typeof value === 'string')
            result[key] = value;
        else if (value === null)
            result[key] = '';
        else {
            fault(found, type, `manifest/invalid-${field}`, [field, key], `metadata.${field} takes strings, and ${JSON.stringify(key)} is ${typeOf(value)}, which the API server refuses. Quote the value.`, { name, key });
        }
    }
    return result;
}
function typeOf(value) {
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}
function fault(found, type, id, path, message, params = {}) {
    found.faults.push({
        id,
        message,
        params: { kind: type.kind, ...params },
        path: [...type.path, 'metadata', ...path]
    });
}

;// CONCATENATED MODULE: ./build/manifest/secret.js

/** Metadata and type alone; an annotation holds the whole object as it was applied last. */
function withoutSecrets(secret) {
    const kept = (0,manifest_map/* emptyMap */.MZ)();
    for (const key of ['apiVersion', 'kind', 'type', 'immutable']) {
        const value = secret[key];
        if (value !== undefined)
            kept[key] = value;
    }
    const { metadata } = secret;
    if (metadata !== undefined)
        kept.metadata = metadata;
    if ((0,manifest_map/* isMap */.jh)(metadata) && (0,manifest_map/* isMap */.jh)(metadata.annotations)) {
        const annotations = Object.assign((0,manifest_map/* emptyMap */.MZ)(), metadata.annotations);
        delete annotations['kubectl.kubernetes.io/last-applied-configuration'];
        kept.metadata = Object.assign((0,manifest_map/* emptyMap */.MZ)(), metadata, { annotations });
    }
    return kept;
}

;// CONCATENATED MODULE: ./build/manifest/template.js
/**
 * A line, a field's value or a list's item that begins with an unquoted template action: `{{- if … }}`,
 * `name: {{ .Values.name }}`. YAML reads braces there as maps inside maps, which no Kubernetes field is.
 */
const unquotedAction = /^[ \t]*(?:- +)*(?:[^\s#"'{][^\n"'{]*:[ \t]+)?\{\{/m;
/**
 * Whether a document that could not be read as YAML is a template. `{{` inside quotes or a block scalar (Lua in an
 * EnvoyFilter, alert texts) is plain YAML, and such a document is read.
 */
function isTemplate(content) {
    return content.includes('{{') && unquotedAction.test(content);
}
/** What an engine has yet to fill in, in a name that could hold none of these characters once applied. */
function placeholderIn(name) {
    if (name.includes('{{'))
        return 'helm-template';
    return name.includes('${') || name.includes('$(') ? 'placeholder' : null;
}

;// CONCATENATED MODULE: ./build/manifest/object.js





const foreign = { reason: 'not-kubernetes', detail: 'no apiVersion and kind' };
const jsonPatchAside = { reason: 'kustomize-patch', detail: 'JSON patch' };
/** The objects of a document: one, or the items of a `List`. */
function objectsOf(value) {
    const found = { objects: [], faults: [], kinds: [], asides: [] };
    if (isJsonPatch(value))
        found.asides.push(jsonPatchAside);
    else
        collect(value, [], undefined, found);
    return found;
}
/** RFC 6902, as kustomize applies it. */
function isJsonPatch(value) {
    const first = Array.isArray(value) ? value[0] : undefined;
    return (0,manifest_map/* isMap */.jh)(first) && typeof first.op === 'string' && typeof first.path === 'string';
}
function collect(value, path, list, found) {
    if (!(0,manifest_map/* isMap */.jh)(value)) {
        if (value !== null)
            found.asides.push(foreign);
        return;
    }
    if ('$patch' in value) {
        found.asides.push({ reason: 'kustomize-patch', detail: 'strategic merge patch' });
        return;
    }
    // apimachinery: items of a typed list without a kind take the list's.
    const typed = list !== undefined && value.kind === undefined;
    const apiVersion = typed ? list.apiVersion : value.apiVersion;
    const kind = typed ? list.kind : value.kind;
    if (typeof apiVersion !== 'string' ||
        typeof kind !== 'string' ||
        apiVersion === '' ||
        kind === '') {
        typeFault(value, path, found);
        return;
    }
    if (kind.endsWith('List') && Array.isArray(value.items)) {
        const item = { apiVersion, kind: kind.slice(0, -'List'.length) };
        for (const [index, each] of value.items.entries()) {
            collect(each, [...path, 'items', index], item.kind === '' ? undefined : item, found);
        }
        return;
    }
    const { group, version } = splitApiVersion(apiVersion);
    found.kinds.push({ group, kind });
    if (isReadKind(group, kind))
        describe(value, { apiVersion, group, version, kind, path }, found);
}
/** Half of a type, beside metadata: somebody meant an object. */
function typeFault(value, path, found) {
    const hasKind = typeof value.kind === 'string' && value.kind !== '';
    const hasVersion = typeof value.apiVersion === 'string' && value.apiVersion !== '';
    if (!(0,manifest_map/* isMap */.jh)(value.metadata) || (!hasKind && !hasVersion)) {
        found.asides.push(foreign);
        return;
    }
    const field = hasKind ? 'apiVersion' : 'kind';
    const why = field in value ? 'is not a string' : 'is missing';
    found.faults.push({
        id: typeFaults[field][field in value ? 'invalid' : 'missing'],
        message: `${field} ${why}, so nobody can tell what kind of object this is. Give it as a string.`,
        params: { field },
        path: [...path, field]
    });
}
const typeFaults = {
    apiVersion: { invalid: 'manifest/invalid-api-version', missing: 'manifest/missing-api-version' },
    kind: { invalid: 'manifest/invalid-kind', missing: 'manifest/missing-kind' }
};
function describe(value, type, found) {
    const { kind, group } = type;
    const object = kind === 'Secret' && group === '' ? withoutSecrets(value) : value;
    const metadata = object.metadata;
    const name = nameOf(metadata, type, found);
    if (name === null)
        return;
    const fields = (0,manifest_map/* isMap */.jh)(metadata) ? metadata : manifest_map/* noFields */.Vz;
    const namespace = fields.namespace;
    const reason = placeholderIn(typeof namespace === 'string' ? name + namespace : name);
    if (reason !== null) {
        found.asides.push({ reason, detail: `${kind} ${name}, not rendered` });
        return;
    }
    if (!isReadObject(group, kind, name))
        return;
    if (namespace !== undefined && namespace !== null && typeof namespace !== 'string') {
        fault(found, type, 'manifest/invalid-namespace', ['namespace'], 'metadata.namespace is not a string. Quote it.', { name });
    }
    found.objects.push({
        ...type,
        name,
        namespace: typeof namespace === 'string' && namespace !== '' ? namespace : null,
        labels: textsOf(fields, 'labels', type, name, found),
        annotations: textsOf(fields, 'annotations', type, name, found),
        object,
        spec: (0,manifest_map/* isMap */.jh)(object.spec) ? object.spec : manifest_map/* noFields */.Vz
    });
}

;// CONCATENATED MODULE: ./build/manifest/split.js
/**
 * Cuts a stream at its document markers. A `---` or `...` at the start of a line, followed by white space, ends a
 * document whatever it stands in: neither quotes nor block scalars may hold one (YAML 1.2.2, 9.1.2 c-forbidden; libyaml
 * says the same), so a document that is broken cannot swallow its neighbours. Stops once there are more than `most`.
 */
function splitDocuments(text, most) {
    const slices = [];
    let start = 0;
    for (const marker of markers(text)) {
        if (slices.length > most)
            return slices;
        if (text.charCodeAt(marker) === 46) {
            const after = lineEnd(text, marker);
            slices.push({ start, end: after });
            start = after;
        }
        else if (marker > start && !onlyPreamble(text, start, marker)) {
            slices.push({ start, end: marker });
            start = marker;
        }
    }
    slices.push({ start, end: text.length });
    return slices;
}
/** The offsets of all marker lines, in order. */
function* markers(text) {
    let dashes = seek(text, '---', 0);
    let dots = seek(text, '...', 0);
    while (dashes >= 0 || dots >= 0) {
        if (dots < 0 || (dashes >= 0 && dashes < dots)) {
            yield dashes;
            dashes = seek(text, '---', dashes + 3);
        }
        else {
            yield dots;
            dots = seek(text, '...', dots + 3);
        }
    }
}
function seek(text, marker, from) {
    if (from === 0 && isMarker(text, 0) && text.startsWith(marker))
        return 0;
    const needle = `\n${marker}`;
    for (let at = text.indexOf(needle, Math.max(0, from - 1)); at >= 0;) {
        if (isMarker(text, at + 1))
            return at + 1;
        at = text.indexOf(needle, at + 1);
    }
    return -1;
}
function isMarker(text, at) {
    if (!text.startsWith('---', at) && !text.startsWith('...', at))
        return false;
    const next = text.charCodeAt(at + 3);
    return at + 3 >= text.length || next === 32 || next === 9 || next === 10 || next === 13;
}
function lineEnd(text, at) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end + 1;
}
/** Comments, directives and blank lines before a `---` belong to the document that it opens. */
function onlyPreamble(text, start, end) {
    let at = start;
    while (at < end) {
        const stop = lineEnd(text, at);
        const line = text.slice(at, stop).trim();
        if (line !== '' && !line.startsWith('#') && !text.startsWith('%', at))
            return false;
        at = stop;
    }
    return true;
}
/** Where the content of a document begins, behind comments, directives, blank lines and `---`; -1: it holds none. */
function contentStart(text, { start, end }) {
    let at = start;
    while (at < end) {
        const stop = Math.min(lineEnd(text, at), end);
        const marker = isMarker(text, at) ? 3 : 0;
        for (let i = at + marker; i < stop; i++) {
            const code = text.charCodeAt(i);
            if (code === 35 || (code === 37 && i === at))
                break;
            if (code !== 32 && code !== 9 && code !== 10 && code !== 13)
                return i;
        }
        at = stop;
    }
    return -1;
}

;// CONCATENATED MODULE: ./build/manifest/text.js
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
/**
 * UTF-8, or UTF-16 where a byte order mark says so (the two that libyaml detects), without the mark.
 * Bytes that are not UTF-8 become U+FFFD.
 */
function decode(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return { text: inner(decodeUtf16(bytes, true)) };
    if (bytes[0] === 0xfe && bytes[1] === 0xff)
        return { text: inner(decodeUtf16(bytes, false)) };
    if (bytes.includes(0))
        return { refused: 'binary', detail: 'binary: it holds NUL bytes' };
    const text = utf8.decode(bytes);
    if (text.startsWith('version https://git-lfs.github.com/spec/')) {
        return { refused: 'lfs-pointer', detail: 'Git LFS pointer: the content is not in git' };
    }
    return { text: inner(text) };
}
/** Without a byte order mark, and without a carriage return that ends the file and no line. */
function inner(text) {
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return text.slice(start, text.endsWith('\r') ? -1 : undefined);
}
function decodeUtf16(bytes, littleEndian) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const units = [];
    for (let at = 2; at + 1 < bytes.length; at += 2) {
        units.push(String.fromCharCode(view.getUint16(at, littleEndian)));
    }
    return units.join('');
}

;// CONCATENATED MODULE: ./build/manifest/type.js
const field = /(apiVersion|kind): +(?:"([\w./-]+)"|'([\w./-]+)'|([A-Za-z][\w./-]*)) *(?:#.*)?\r?(?:\n|$)/y;
const otherField = /[A-Za-z_$][\w./-]*:(?:\s|$)/y;
/**
 * Looks at the lines that start in the first column alone. Where those are plain keys of a block map and nothing else,
 * they are the document's own fields, and `apiVersion` and `kind` can be read off them; every other shape is `unsure`.
 * `at` is where the content starts.
 */
function documentType(text, { start, end }, at) {
    if (at !== start && text.charCodeAt(at - 1) !== 10)
        return 'unsure';
    let apiVersion;
    let kind;
    for (let line = at; line < end;) {
        const code = text.charCodeAt(line);
        // Deeper lines, list items of the field above, comments, blank lines, markers.
        const passed = code === 32 || code === 35 || code === 10 || code === 13;
        if (!passed && !isItemOrMarker(text, line)) {
            field.lastIndex = line;
            const found = field.exec(text);
            if (found !== null) {
                const value = found[2] ?? found[3] ?? found[4] ?? '';
                if ((found[1] === 'kind' ? kind : apiVersion) !== undefined)
                    return 'unsure';
                if (found[1] === 'kind')
                    kind = value;
                else
                    apiVersion = value;
            }
            else if (isOther(text, line))
                return 'unsure';
        }
        const feed = text.indexOf('\n', line);
        if (feed < 0)
            break;
        line = feed + 1;
    }
    if (apiVersion !== undefined && kind !== undefined)
        return { apiVersion, kind };
    return apiVersion === undefined && kind === undefined ? 'none' : 'unsure';
}
function isItemOrMarker(text, at) {
    const next = text.charCodeAt(at + 1);
    if (text.charCodeAt(at) === 45)
        return next === 32 || next === 10 || next === 13 || text.startsWith('---', at);
    return text.startsWith('...', at);
}
/** Not a plain key, or one of the two with a value that is not plain to see. */
function isOther(text, at) {
    if (text.startsWith('kind:', at) || text.startsWith('apiVersion:', at))
        return true;
    otherField.lastIndex = at;
    return !otherField.test(text);
}

;// CONCATENATED MODULE: ./build/manifest/file.js








/** Git hands out equal blobs as one object, on both sides. */
const kept = new WeakMap();
function parseFile(bytes, most) {
    const known = kept.get(bytes);
    if (known !== undefined && known.most === most)
        return known.parsed;
    const decoded = decode(bytes);
    const parsed = 'refused' in decoded ? decoded : parseText(decoded.text, most);
    kept.set(bytes, { most, parsed });
    return parsed;
}
function parseText(text, most) {
    const source = new SourceText(text);
    const documents = [];
    let template = false;
    let beyond = null;
    let count = 0;
    for (const slice of splitDocuments(text, most)) {
        const at = contentStart(text, slice);
        if (at < 0)
            continue;
        if (++count > most) {
            beyond = at;
            break;
        }
        const parsed = parseDocument(source, slice, at);
        documents.push(parsed);
        template ||= 'foreign' in parsed && parsed.aside === templateAside;
    }
    return { source, documents, beyond, template };
}
function parseDocument(source, slice, at) {
    const type = documentType(source.text, slice, at);
    if (type === 'none')
        return { foreign: slice, aside: asideAt(source.text, at) };
    if (type !== 'unsure' && !type.kind.endsWith('List')) {
        const { group } = splitApiVersion(type.apiVersion);
        if (!isReadKind(group, type.kind))
            return { counted: { group, kind: type.kind } };
    }
    const document = new SourceDocument(source, slice);
    if (document.value === undefined) {
        if (isTemplate(document.content()))
            return { foreign: slice, aside: templateAside };
        return mentionsType(source.text, slice)
            ? { document, objects: null }
            : { foreign: slice, aside: foreign };
    }
    const objects = objectsOf(document.value);
    const [only] = objects.asides;
    return only !== undefined && isForeign(objects)
        ? { foreign: slice, aside: only }
        : { document, objects };
}
/** The line of a document's first content. */
function lineOf({ source }, slice) {
    return source.lines.position(Math.max(slice.start, contentStart(source.text, slice))).line;
}
/** The value of the first document, whatever it is; `undefined` where it is none or cannot be read. */
function firstValue({ source }) {
    for (const slice of splitDocuments(source.text, 1)) {
        if (contentStart(source.text, slice) < 0)
            continue;
        return readPlain(source, slice) ?? readTree(source, slice).value;
    }
    return undefined;
}
/** A broken document is worth a finding where it could have been an object. */
function mentionsType(text, { start, end }) {
    return /^[^#\n]*\b(?:kind|apiVersion)\b["']?\s*:/m.test(text.slice(start, end));
}
const templateAside = { reason: 'helm-template', detail: 'template, not rendered' };
/** A list of RFC 6902 operations, as kustomize applies them. */
const jsonPatch = /- +(?:\{ *)?["']?(?:op|path|from|value)["']?:/y;
function asideAt(text, at) {
    jsonPatch.lastIndex = at;
    return jsonPatch.test(text) ? jsonPatchAside : foreign;
}
function isForeign({ objects, faults, kinds, asides }) {
    return objects.length + faults.length + kinds.length === 0 && asides.length === 1;
}

;// CONCATENATED MODULE: ./build/manifest/finding-draft.js
const certainly = { sources: [], certainty: 'certain' };
function problemFinding(file, document, problem, subject) {
    const related = problem.related.map(({ start, end, note }) => ({
        at: document.range(file, [start, end]),
        note
    }));
    return {
        ...certainly,
        id: problem.id,
        severity: problem.severity,
        message: problem.message,
        params: { file, ...problem.params },
        subject,
        at: document.range(file, [problem.start, problem.end]),
        related
    };
}
function faultFinding(file, document, fault, subject) {
    return {
        ...certainly,
        id: fault.id,
        severity: 'error',
        message: fault.message,
        params: { file, ...fault.params },
        subject,
        at: document.locate(file, fault.path, 'value'),
        related: []
    };
}
function wholeFileFinding(file, id, message) {
    const at = { file, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
    return {
        ...certainly,
        id,
        severity: 'error',
        message,
        params: { file },
        subject: null,
        at,
        related: []
    };
}

;// CONCATENATED MODULE: ./build/manifest/path.js
/** Paths as git writes them: `/` between names, no leading slash. */
function folderOf(path) {
    const slash = path.lastIndexOf('/');
    return slash < 0 ? '' : path.slice(0, slash);
}
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/** `null` where the path leaves the repository or is no path in it at all. */
function resolvePath(folder, relative) {
    if (relative.startsWith('/') || relative.includes('://'))
        return null;
    const parts = folder === '' ? [] : folder.split('/');
    for (const part of relative.split('/')) {
        if (part === '..') {
            if (parts.pop() === undefined)
                return null;
        }
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return parts.join('/');
}

;// CONCATENATED MODULE: ./build/manifest/layout.js


function isKustomization(path) {
    return /^(?:kustomization\.ya?ml|Kustomization)$/.test(baseName(path));
}
function isChart(path) {
    return baseName(path) === 'Chart.yaml';
}
/**
 * `paths`: all files; `read`: a kustomization's document, `undefined` where it cannot be read. Everything in a chart's
 * `templates/` is Helm's to render, plain files too: their namespace is the release's, and whether they are applied at
 * all is a condition elsewhere.
 */
function layoutOf(paths, read) {
    const charts = new Set();
    const parts = new Map();
    const resources = new Set();
    for (const path of paths) {
        if (isChart(path))
            charts.add(folderOf(path));
        if (isKustomization(path))
            addParts(path, read(path), parts, resources);
    }
    return {
        asideOf(path) {
            if (isKustomization(path))
                return { reason: 'kustomization', detail: 'kustomization, not rendered' };
            const part = parts.get(path);
            if (part !== undefined && !resources.has(path))
                return part;
            return charts.size === 0 ? null : chartAside(path, charts);
        }
    };
}
function chartAside(path, charts) {
    const name = baseName(path);
    let folder = folderOf(path);
    if (charts.has(folder)) {
        if (/^(?:Chart|requirements)\.ya?ml$/.test(name))
            return { reason: 'helm-chart', detail: 'description of a Helm chart' };
        if (/^values\b.*\.ya?ml$/.test(name))
            return { reason: 'helm-values', detail: 'values of a Helm chart' };
    }
    while (folder !== '') {
        const parent = folderOf(folder);
        if (charts.has(parent)) {
            const inner = baseName(folder);
            const chart = parent === '' ? 'the chart at the root' : `the chart ${parent}`;
            if (inner === 'templates')
                return { reason: 'helm-template', detail: `template of ${chart}, not rendered` };
            if (inner === 'ci')
                return { reason: 'helm-values', detail: `test values of ${chart}` };
        }
        folder = parent;
    }
    return null;
}
/** Fields of a kustomization that name files, and what those are (kustomize api/types/kustomization.go). */
const patchFields = ['patches', 'patchesStrategicMerge', 'patchesJson6902'];
const settingFields = [
    'replacements',
    'transformers',
    'generators',
    'validators',
    'configurations'
];
function addParts(path, value, parts, resources) {
    if (!(0,manifest_map/* isMap */.jh)(value))
        return;
    const folder = folderOf(path);
    for (const field of patchFields) {
        for (const file of filesOf(value[field])) {
            const at = resolvePath(folder, file);
            if (at !== null)
                parts.set(at, { reason: 'kustomize-patch', detail: `patch of ${path}, not rendered` });
        }
    }
    for (const field of settingFields) {
        for (const file of filesOf(value[field])) {
            const at = resolvePath(folder, file);
            if (at !== null)
                parts.set(at, { reason: 'kustomization', detail: `${field} of ${path}, not rendered` });
        }
    }
    for (const field of ['resources', 'bases']) {
        for (const file of filesOf(value[field])) {
            const at = resolvePath(folder, file);
            if (at !== null)
                resources.add(at);
        }
    }
}
/** `- file.yaml` and `- path: file.yaml`; patches written in place name none. */
function filesOf(value) {
    if (!Array.isArray(value))
        return [];
    const files = [];
    for (const each of value) {
        const file = (0,manifest_map/* isMap */.jh)(each) ? each.path : each;
        if (typeof file === 'string' && !file.includes('\n'))
            files.push(file);
    }
    return files;
}

;// CONCATENATED MODULE: ./build/manifest/suppressing-comment.js

const marker = 'meshproof:';
const idShape = /^(?:[a-z0-9-]+\/[a-z0-9-]+|IST\d{4}|KIA\d{4})$/;
/**
 * The suppressing comments of a document. Behind content a comment is about its line; on a line of its own about the
 * block that begins on the next line, which is the whole document where that is its first.
 */
function suppressingComments(text) {
    const comments = [];
    const problems = [];
    if (!text.includes(marker))
        return { comments, problems };
    const lines = contentLines(text);
    for (const [start, comment] of commentsOf(text)) {
        const order = /^#\s*meshproof:\s*(.*?)\s*$/.exec(comment)?.[1];
        if (order === undefined)
            continue;
        const end = start + comment.trimEnd().length;
        const read = readOrder(order);
        if (typeof read === 'string')
            problems.push(suppressing_comment_invalid(read, start, end));
        else
            comments.push({ ...read, start, end, covers: covered(text, start, lines) });
    }
    return { comments, problems };
}
/** Lexemes that stand for no character of the text: document start, scalar, end of a broken collection. */
const zeroWidth = new Set(['\u0002', '\u001f', '\u0018']);
function* commentsOf(text) {
    let offset = 0;
    let before = '';
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        if (zeroWidth.has(lexeme)) {
            before = lexeme;
            continue;
        }
        // Behind the mark of a scalar a `#` is text.
        if (lexeme.startsWith('#') && before !== '\u001f')
            yield [offset, lexeme];
        offset += lexeme.length;
        before = lexeme;
    }
}
/** What is wrong with it, where it is a text. */
function readOrder(order) {
    const [, list = ''] = /^ignore\s+(.*)$/.exec(order) ?? [];
    if (list === '')
        return 'it does not say "ignore" and what';
    const at = list.search(/(?:^|\s)reason=/);
    const ids = (at < 0 ? list : list.slice(0, at)).split(/[\s,]+/).filter(id => id !== '');
    const strange = ids.find(id => !idShape.test(id));
    if (strange !== undefined)
        return `${JSON.stringify(strange)} is no id of a finding`;
    if (ids.length === 0)
        return 'it names no id of a finding';
    const reason = at < 0
        ? ''
        : list
            .slice(at)
            .trim()
            .slice('reason='.length)
            .replace(/^"(.*)"$/, '$1')
            .trim();
    return reason === '' ? 'it gives no reason' : { ids, reason };
}
function suppressing_comment_invalid(why, start, end) {
    return {
        id: 'manifest/invalid-suppression',
        severity: 'warning',
        message: `This comment suppresses nothing: ${why}. Write "# meshproof: ignore virtual-service/unknown-host reason=why it is wanted".`,
        params: { why },
        start,
        end,
        related: []
    };
}
function covered(text, comment, lines) {
    const lineStart = text.lastIndexOf('\n', comment - 1) + 1;
    const before = text.slice(lineStart, comment);
    if (before.trim() !== '' && !/^---\s/.test(before)) {
        return [lineStart + before.length - before.trimStart().length, comment];
    }
    const first = firstBehind(lines, comment);
    if (first === undefined)
        return [comment, comment];
    return [first.start, first === lines[0] ? text.length : first.blockEnd];
}
function contentLines(text) {
    const lines = [];
    const open = [];
    let at = 0;
    for (const raw of text.split('\n')) {
        const indent = raw.length - raw.trimStart().length;
        if (!/^\s*(?:#.*)?$/.test(raw) && !/^(?:---|\.\.\.)(?:\s|$)/.test(raw)) {
            const isItem = /^-(?:\s|$)/.test(raw.trimStart());
            const line = { start: at + indent, indent, isItem, blockEnd: text.length };
            for (let last = open.at(-1); last !== undefined && ends(last, line); last = open.at(-1)) {
                last.blockEnd = at;
                open.pop();
            }
            open.push(line);
            lines.push(line);
        }
        at += raw.length + 1;
    }
    return lines;
}
/** Items may stand at the column of their key. */
function ends(block, line) {
    if (line.indent !== block.indent)
        return line.indent < block.indent;
    return block.isItem || !line.isItem;
}
function firstBehind(lines, offset) {
    let low = 0;
    let high = lines.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((lines[middle]?.start ?? 0) > offset)
            high = middle;
        else
            low = middle + 1;
    }
    return lines[low];
}

;// CONCATENATED MODULE: ./build/manifest/suppress.js


/** What the comments of a document and the annotations of its manifests suppress. */
function suppressionsOf(file, document, manifests) {
    const suppressions = manifests.flatMap(annotated);
    const { comments, problems } = suppressingComments(document.content());
    const findings = problems.map(problem => problemFinding(file, document, problem, null));
    const ranges = comments.length === 0 ? [] : manifests.map(each => each.locate([]));
    for (const { ids, reason, start, end, covers } of comments) {
        const range = document.range(file, covers);
        const holder = manifests.length === 1 ? 0 : holderOf(ranges, range);
        for (const id of ids) {
            suppressions.push({
                id,
                reason,
                origin: 'comment',
                at: document.range(file, [start, end]),
                covers: range,
                manifest: manifests[holder] ?? null
            });
        }
    }
    return { suppressions, findings };
}
/** A comma list of codes, nothing trimmed, or `*` (istio pkg/config/analysis/local/istiod_analyze.go). */
const galley = 'galley.istio.io/analyze-suppress';
/** A comma list of codes; empty: all. */
const kiali = 'kiali.io/ignore-validations';
function annotated(manifest) {
    const found = [];
    for (const origin of [galley, kiali]) {
        const value = manifest.annotations[origin];
        if (value === undefined)
            continue;
        const codes = origin === galley ? value.split(',') : value.split(',').map(code => code.trim());
        const at = manifest.locate(['metadata', 'annotations', origin]);
        const covers = manifest.locate([]);
        for (const code of codes) {
            const id = code === '' && origin === kiali ? '*' : code;
            found.push({ id, reason: null, origin, at, covers, manifest });
        }
    }
    return found;
}
/** Which of the ranges, in order and apart from each other, is the only one to overlap another; -1: none, or several. */
function holderOf(ranges, { start, end }) {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        const range = ranges[middle];
        if (range !== undefined && isBefore(start, range.end))
            high = middle;
        else
            low = middle + 1;
    }
    const found = ranges[low];
    const next = ranges[low + 1];
    const several = next !== undefined && isBefore(next.start, end);
    return found !== undefined && isBefore(found.start, end) && !several ? low : -1;
}
function isBefore(a, b) {
    return a.line < b.line || (a.line === b.line && a.column < b.column);
}

;// CONCATENATED MODULE: ./build/manifest/yaml-manifest.js

/** An object of a YAML document, on one side and under one path. */
class YamlManifest {
    ref;
    apiVersion;
    version;
    namespaceGiven;
    side;
    file;
    object;
    spec;
    labels;
    annotations;
    document;
    path;
    constructor(file, document, found, defaultNamespace) {
        const cluster = isClusterScoped(found.group, found.kind);
        this.ref = {
            group: found.group,
            kind: found.kind,
            namespace: cluster ? '' : (found.namespace ?? defaultNamespace),
            name: found.name
        };
        this.apiVersion = found.apiVersion;
        this.version = found.version;
        this.namespaceGiven = cluster || found.namespace !== null;
        this.side = file.side;
        this.file = file.path;
        this.object = found.object;
        this.spec = found.spec;
        this.labels = found.labels;
        this.annotations = found.annotations;
        this.document = document;
        this.path = found.path;
    }
    locate(path, part = 'value') {
        return this.document.locate(this.file, [...this.path, ...path], part);
    }
}

;// CONCATENATED MODULE: ./build/manifest/read.js






const defaultBytes = 5 * 1024 * 1024;
const defaultDocuments = 10_000;
/**
 * Reads the files of one side. Never throws for what a file holds. Files that share a `bytes` object are parsed once,
 * on whichever side and under whichever path they are.
 */
function readManifests(files, options) {
    const reader = new SideReader(files, options);
    for (const file of files)
        reader.add(file);
    return reader.reading();
}
class SideReader {
    manifests = [];
    findings = [];
    skipped = [];
    suppressions = [];
    counts = new Map();
    filesRead = 0;
    layout;
    namespace;
    maxBytes;
    maxDocuments;
    constructor(files, options) {
        this.namespace = options.defaultNamespace;
        this.maxBytes = options.maxFileBytes ?? defaultBytes;
        this.maxDocuments = options.maxDocuments ?? defaultDocuments;
        const byPath = new Map(files.map(file => [file.path, file]));
        this.layout = layoutOf(byPath.keys(), path => this.firstValue(byPath.get(path)));
    }
    add(file) {
        if (file.bytes.length > this.maxBytes) {
            this.skip(file, null, 'too-large', `larger than ${this.maxBytes} bytes`);
            const message = `This file has ${file.bytes.length} bytes, and at most ${this.maxBytes} are read: nothing in it was looked at. Split it.`;
            this.findings.push(wholeFileFinding(file.path, 'manifest/too-large', message));
            return;
        }
        const aside = this.layout.asideOf(file.path);
        if (aside !== null) {
            this.skip(file, null, aside.reason, aside.detail);
            return;
        }
        const parsed = parseFile(file.bytes, this.maxDocuments);
        if ('refused' in parsed) {
            this.skip(file, null, parsed.refused, parsed.detail);
            return;
        }
        this.filesRead++;
        if (parsed.template) {
            this.skip(file, null, 'helm-template', 'template, not rendered');
            return;
        }
        this.addText(file, parsed);
    }
    reading() {
        const { manifests, findings, skipped, suppressions, filesRead } = this;
        const byKind = Object.fromEntries([...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)));
        return { manifests, findings, skipped, suppressions, filesRead, byKind };
    }
    addText(file, parsed) {
        const only = soleAside(parsed);
        if (only !== null)
            this.skip(file, null, only.reason, only.detail);
        else {
            for (const each of parsed.documents)
                this.addDocument(file, parsed, each);
        }
        if (parsed.beyond === null)
            return;
        const { line } = parsed.source.lines.position(parsed.beyond);
        this.skip(file, line, 'too-many-documents', `beyond ${this.maxDocuments} documents`);
        const message = `This file has more than ${this.maxDocuments} documents, and those from line ${line} on were not read. Split it.`;
        this.findings.push(wholeFileFinding(file.path, 'manifest/too-many-documents', message));
    }
    addDocument(file, parsed, each) {
        if ('counted' in each) {
            this.count(each.counted.group, each.counted.kind);
            return;
        }
        if ('foreign' in each) {
            this.skip(file, lineOf(parsed, each.foreign), each.aside.reason, each.aside.detail);
            return;
        }
        const { document, objects } = each;
        const line = lineOf(parsed, document.slice);
        const first = this.manifests.length;
        for (const { group, kind } of objects?.kinds ?? [])
            this.count(group, kind);
        for (const object of objects?.objects ?? []) {
            this.manifests.push(new YamlManifest(file, document, object, this.namespace));
        }
        const subject = this.manifests[first]?.ref ?? null;
        for (const problem of document.problems) {
            this.findings.push(problemFinding(file.path, document, problem, subject));
        }
        for (const fault of objects?.faults ?? []) {
            this.findings.push(faultFinding(file.path, document, fault, subject));
        }
        if (parsed.source.mentionsSuppression)
            this.addSuppressions(file, document, first);
        for (const { reason, detail } of objects?.asides ?? [])
            this.skip(file, line, reason, detail);
        if (objects === null)
            this.skip(file, line, 'unreadable', 'broken: its finding says where');
    }
    addSuppressions(file, document, first) {
        const found = suppressionsOf(file.path, document, this.manifests.slice(first));
        this.suppressions.push(...found.suppressions);
        this.findings.push(...found.findings);
    }
    count(group, kind) {
        const name = kindName(group, kind);
        this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    }
    skip(file, line, reason, detail) {
        this.skipped.push({ file: file.path, line, reason, detail });
    }
    firstValue(file) {
        if (file === undefined || file.bytes.length > this.maxBytes)
            return undefined;
        const parsed = parseFile(file.bytes, this.maxDocuments);
        return 'refused' in parsed ? undefined : firstValue(parsed);
    }
}
/** Every document of the file is the same thing that is no Kubernetes object. */
function soleAside({ documents }) {
    const [first] = documents;
    if (first === undefined || !('foreign' in first))
        return null;
    const same = documents.every(each => 'foreign' in each && each.aside.reason === first.aside.reason);
    return same ? first.aside : null;
}

// EXTERNAL MODULE: ./build/effects/manifest-change.js
var manifest_change = __webpack_require__(8925);
// EXTERNAL MODULE: ./build/finding.js
var finding = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/mesh/order.js
var order = __webpack_require__(5728);
;// CONCATENATED MODULE: ./build/review/duplicates.js



/** Copies with one content are one object; only copies that differ make a duplicate. */
function duplicatesOf(manifests) {
    const byRef = new Map();
    for (const manifest of manifests) {
        const key = (0,order/* refKey */.XF)(manifest.ref);
        const copies = byRef.get(key);
        if (copies === undefined)
            byRef.set(key, [manifest]);
        else
            copies.push(manifest);
    }
    const found = [];
    for (const [key, copies] of byRef) {
        const [first, ...rest] = copies;
        if (first === undefined || rest.length === 0)
            continue;
        const content = (0,manifest_change/* contentKey */.lO)(first);
        if (rest.some(copy => (0,manifest_change/* contentKey */.lO)(copy) !== content))
            found.push({ key, copies });
    }
    return found;
}
/**
 * One manifest per ref. Of copies that differ none is the right one: the copy that the other side has too stands in,
 * so that nothing is claimed that did not change, and what rests on it is `unknown(duplicate)`.
 */
function deduplicated(manifests, otherSide) {
    const duplicates = new Map(duplicatesOf(manifests).map(one => [one.key, one]));
    const known = duplicates.size === 0 ? new Map() : contentsOf(otherSide, duplicates);
    const taken = new Map();
    for (const manifest of manifests) {
        const key = (0,order/* refKey */.XF)(manifest.ref);
        const copies = duplicates.get(key)?.copies;
        const stands = copies?.find(copy => known.get(key)?.has((0,manifest_change/* contentKey */.lO)(copy))) ?? copies?.[0];
        if (!taken.has(key))
            taken.set(key, stands ?? manifest);
    }
    return {
        manifests: [...taken.values()],
        findings: [...duplicates.values()].map(duplicateFinding),
        ambiguous: new Set(duplicates.keys())
    };
}
/** The copies of a ref changed between the sides, so that no conclusion about it holds. */
function duplicateUnknowns(base, head) {
    const unknown = [];
    const groups = new Map();
    for (const one of [...duplicatesOf(base), ...duplicatesOf(head)])
        groups.set(one.key, one);
    if (groups.size === 0)
        return [];
    const before = contentsOf(base, groups);
    const after = contentsOf(head, groups);
    for (const [key, { copies }] of groups) {
        if (sameSet(before.get(key), after.get(key)))
            continue;
        const [first] = copies;
        if (first === undefined)
            continue;
        unknown.push({
            reason: 'duplicate',
            message: `${(0,finding/* describeRef */.R)(first.ref)} is defined differently in ${files(copies)}, and which of them is applied cannot be known: configure meshes`,
            subject: first.ref,
            at: { manifest: first, path: ['metadata', 'name'] }
        });
    }
    return unknown;
}
function duplicateFinding({ copies }) {
    const [first, second] = copies;
    const ref = first?.ref ?? null;
    const places = copies.slice(0, 20).map(copy => ({
        at: { manifest: copy, path: ['metadata', 'name'] },
        note: `defined in ${copy.file}`
    }));
    // A duplicate has two copies at least.
    if (first === undefined || second === undefined || ref === null)
        throw new Error('no duplicate');
    return {
        id: 'manifest/duplicate-object',
        sources: [],
        severity: 'warning',
        certainty: 'certain',
        message: `${(0,finding/* describeRef */.R)(ref)} is defined differently in ${files(copies)}. Only one of them can be applied to a mesh: list the meshes in the configuration, or remove the others.`,
        params: { copies: `${copies.length}` },
        subject: ref,
        at: { manifest: second, path: ['metadata', 'name'] },
        related: places.filter(({ at }) => at.manifest !== second)
    };
}
function files(copies) {
    const names = [...new Set(copies.map(copy => copy.file))];
    const shown = names.slice(0, 3);
    if (names.length === 1)
        return `${shown[0]} (${copies.length} times)`;
    return names.length > shown.length
        ? `${shown.join(', ')} and ${names.length - shown.length} more files`
        : shown.join(' and ');
}
function contentsOf(manifests, wanted) {
    const contents = new Map();
    for (const manifest of manifests) {
        const key = (0,order/* refKey */.XF)(manifest.ref);
        if (!wanted.has(key))
            continue;
        contents.set(key, (contents.get(key) ?? new Set()).add((0,manifest_change/* contentKey */.lO)(manifest)));
    }
    return contents;
}
function sameSet(a, b) {
    if (a === undefined || b === undefined || a.size !== b.size)
        return false;
    for (const one of a)
        if (!b.has(one))
            return false;
    return true;
}

;// CONCATENATED MODULE: ./build/review/split.js

/** More parts than this are no environments but a coincidence of names. */
const partLimit = 64;
/**
 * Splits manifests whose refs are defined more than once by the folders that hold the copies, until each part is
 * consistent on both sides; files outside those folders are in every part. Null where no folder tells copies apart.
 */
function splitByFolder(base, head) {
    const parts = [];
    const open = [{ name: '', base, head, folders: [] }];
    for (let part = open.shift(); part !== undefined; part = open.shift()) {
        const forks = forksOf(part);
        if (forks === null || open.length + parts.length > partLimit)
            return null;
        if (forks.length === 0)
            parts.push(part);
        else
            open.unshift(...divided(part, forks));
    }
    return parts;
}
/** The forks to divide at next: the topmost one, with those that have children of the same names. */
function forksOf({ base, head }) {
    const forks = new Map();
    for (const { copies } of [...duplicatesOf(base), ...duplicatesOf(head)]) {
        const folder = commonFolder(copies.map(copy => copy.file));
        const children = new Set();
        for (const { file } of copies) {
            const child = childOf(file, folder);
            // A copy that stands in the common folder itself is in no sub-folder that could be taken alone.
            if (child === null)
                return null;
            children.add(child);
        }
        // All copies below one child would have that child as their common folder.
        if (children.size < 2)
            return null;
        const known = forks.get(folder) ?? new Set();
        for (const child of children)
            known.add(child);
        forks.set(folder, known);
    }
    const [topmost] = [...forks].sort(([a], [b]) => depth(a) - depth(b) || (a < b ? -1 : 1));
    if (topmost === undefined)
        return [];
    const names = [...topmost[1]].sort().join('/');
    const alike = [];
    for (const [folder, children] of [...forks].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const nested = folder !== topmost[0] && folder.startsWith(`${topmost[0]}/`) && topmost[0] !== '';
        if (!nested && [...children].sort().join('/') === names)
            alike.push({ folder, children });
    }
    return alike.length === 0 ? [{ folder: topmost[0], children: topmost[1] }] : alike;
}
function divided(part, forks) {
    const children = [...new Set(forks.flatMap(fork => [...fork.children]))].sort();
    return children.map(child => {
        const inPart = ({ file }) => forks.every(fork => {
            const own = childOf(file, fork.folder);
            return own === null || !fork.children.has(own) || own === child;
        });
        const folders = forks.map(({ folder }) => (folder === '' ? child : `${folder}/${child}`));
        const name = folders.length === 1 ? (folders[0] ?? child) : child;
        return {
            // Forks that do not lie in one another multiply, and both names are needed to tell the parts apart.
            name: part.name === '' || name.startsWith(`${part.name}/`) ? name : `${part.name} + ${name}`,
            base: part.base.filter(inPart),
            head: part.head.filter(inPart),
            folders: [...part.folders, ...folders]
        };
    });
}
function commonFolder(files) {
    const [first = '', ...rest] = files;
    let common = first.split('/').slice(0, -1);
    for (const file of rest) {
        const segments = file.split('/').slice(0, -1);
        let length = 0;
        while (length < common.length && common[length] === segments[length])
            length++;
        common = common.slice(0, length);
    }
    return common.join('/');
}
/** The segment of a file's path right below a folder; null where the file is not below a sub-folder of it. */
function childOf(file, folder) {
    if (folder !== '' && !file.startsWith(`${folder}/`))
        return null;
    const rest = folder === '' ? file : file.slice(folder.length + 1);
    const slash = rest.indexOf('/');
    return slash < 0 ? null : rest.slice(0, slash);
}
function depth(folder) {
    return folder === '' ? 0 : folder.split('/').length;
}

;// CONCATENATED MODULE: ./build/review/meshes.js




/** Which manifests run together: as the configuration says, else one mesh, split where folders hold copies. */
function groupMeshes(base, head, config) {
    const options = { defaultNamespace: config.defaultNamespace };
    const readings = {
        base: base === null ? null : readManifests(base.files, options),
        head: readManifests(head.files, options)
    };
    if (config.meshes.length > 0)
        return configured(base, head, config, readings);
    const all = {
        name: DEFAULT_MESH,
        base: readings.base?.manifests ?? [],
        head: readings.head.manifests,
        folders: []
    };
    const parts = splitByFolder(all.base, all.head);
    const findings = { base: readings.base?.findings ?? [], head: readings.head.findings };
    if (parts === null || parts.length < 2) {
        return { meshes: [meshOf(all, null, base !== null, findings)], readings, notes: [] };
    }
    // What reading found belongs to files, so it is told once and not in every part that holds them.
    const meshes = parts.map((part, index) => meshOf(part, null, base !== null, index === 0 ? findings : { base: [], head: [] }));
    return { meshes, readings, notes: [suggestion(parts)] };
}
function configured(base, head, config, readings) {
    const meshes = [];
    const covered = new Set();
    for (const selection of config.meshes) {
        const options = { defaultNamespace: selection.defaultNamespace ?? config.defaultNamespace };
        const read = (side) => side === null
            ? null
            : readManifests(side.files.filter(file => holdsPath(selection, file.path)), options);
        const before = read(base);
        // A side that is there is read.
        const after = read(head) ?? readings.head;
        for (const { file } of [...(before?.manifests ?? []), ...after.manifests])
            covered.add(file);
        const part = {
            name: selection.name,
            base: before?.manifests ?? [],
            head: after.manifests,
            folders: []
        };
        const findings = { base: before?.findings ?? [], head: after.findings };
        meshes.push(meshOf(part, selection, base !== null, findings));
    }
    const outside = new Set();
    for (const { file } of [...(readings.base?.manifests ?? []), ...readings.head.manifests]) {
        if (!covered.has(file))
            outside.add(file);
    }
    const notes = outside.size === 0
        ? []
        : [
            `${filesWords(outside)} with Kubernetes objects belong to no configured mesh and were not reviewed.`
        ];
    return { meshes, readings, notes };
}
function meshOf(part, selection, compared, findings) {
    const sideOf = (own, other, read) => {
        const distinct = deduplicated(own, other);
        return { ...distinct, findings: [...read, ...distinct.findings] };
    };
    return {
        name: part.name,
        selection,
        base: compared ? sideOf(part.base, part.head, findings.base) : null,
        head: sideOf(part.head, part.base, findings.head),
        unknown: compared
            ? duplicateUnknowns(part.base, part.head)
            : duplicatesOf(part.head).length > 0
                ? duplicateUnknowns([], part.head)
                : []
    };
}
/** The block that makes the split explicit. */
function suggestion(parts) {
    const lines = ['meshes:'];
    for (const { name, folders } of parts) {
        const others = parts.flatMap(part => part.folders).filter(folder => !folders.includes(folder));
        lines.push(`  - name: ${JSON.stringify(name)}`, '    paths: ["**"]');
        if (others.length > 0)
            lines.push(`    exclude: ${JSON.stringify([...new Set(others)].sort())}`);
    }
    return `Several folders define the same objects differently, so each was reviewed as a mesh of its own. To say so yourself, put this into the configuration:\n${lines.join('\n')}`;
}
/** Skipped by git and by reading, in the order of files. */
function allSkipped(side, reading) {
    return [...side.skipped, ...reading.skipped].sort((a, b) => a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0));
}
function filesWords(files) {
    const [first = ''] = [...files].sort();
    return files.size === 1 ? first : `${first} and ${files.size - 1} more files`;
}


/***/ }),

/***/ 4156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  WO: () => (/* binding */ meshInput),
  I$: () => (/* binding */ schemaFindings),
  KG: () => (/* binding */ sideFindings)
});

// EXTERNAL MODULE: ./build/finding.js
var finding = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/mesh/host.js
var mesh_host = __webpack_require__(5000);
// EXTERNAL MODULE: ./build/mesh/json.js
var json = __webpack_require__(9348);
// EXTERNAL MODULE: ./build/mesh/visibility.js
var visibility = __webpack_require__(722);
;// CONCATENATED MODULE: ./build/analyzers/analyzer.js
function defineAnalyzer(definition) {
    const { check, ...rest } = definition;
    return {
        ...rest,
        analyze(mesh, dataplane) {
            const found = [];
            const report = (manifest, path, params, options) => {
                found.push({
                    id: definition.id,
                    sources: definition.sources,
                    severity: options?.severity ?? definition.severity,
                    certainty: options?.certainty ?? 'certain',
                    message: filledMessage(definition.message, params),
                    params,
                    subject: manifest.ref,
                    at: place(manifest, path, options?.part),
                    related: options?.related ?? []
                });
            };
            check({ mesh, dataplane, report });
            return found;
        }
    };
}
function filledMessage(template, params) {
    return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name) => params[name] ?? whole);
}
function place(manifest, path, part) {
    return part === undefined ? { manifest, path } : { manifest, path, part };
}

;// CONCATENATED MODULE: ./build/analyzers/virtual-service/conflicting-hosts.js





const conflictingHosts = defineAnalyzer({
    id: 'virtual-service/conflicting-hosts',
    severity: 'error',
    summary: 'Several VirtualServices claim one host for the sidecars of the mesh.',
    why: 'For sidecars Istio never merges VirtualServices: the one that was created first takes the host whole, the others are dead for it, in every namespace that sees both. Which one that is does not stand in git, and deleting and applying it again changes it.',
    fix: 'Keep all routes of a host in one VirtualService (delegates can share it out), or narrow `exportTo` so that no namespace sees two.',
    message: 'Host "{host}" is claimed for sidecars by {others} as well; only the oldest of them takes effect.',
    sources: ['IST0109', 'KIA1106'],
    check({ mesh, report }) {
        const claims = claimsOf(mesh);
        const byHost = new Map();
        for (const claim of claims) {
            byHost.set(claim.host, [...(byHost.get(claim.host) ?? []), claim]);
        }
        const wildcards = claims.filter(claim => claim.host.startsWith('*'));
        for (const claim of claims) {
            const rivals = (byHost.get(claim.host) ?? []).filter(other => conflicts(claim, other));
            for (const other of claim.host.startsWith('*') ? claims : wildcards) {
                if (other.host !== claim.host && overlapAcross(claim, other))
                    rivals.push(other);
            }
            if (rivals.length === 0)
                continue;
            const others = [...new Set(rivals.map(rival => (0,finding/* describeRef */.R)(rival.manifest.ref)))].sort();
            report(claim.manifest, claim.path, { host: claim.host, others: others.join(', ') }, {
                related: rivals.map(rival => ({
                    at: { manifest: rival.manifest, path: rival.path },
                    note: `${(0,finding/* describeRef */.R)(rival.manifest.ref)} claims it here`
                }))
            });
        }
    }
});
/** Hosts of VirtualServices that sidecars read; a host that one of them names twice is one claim. */
function claimsOf(mesh) {
    const claims = [];
    for (const manifest of mesh.of('VirtualService')) {
        const { spec, ref } = manifest;
        const gateways = (0,json/* texts */.Te)(spec.gateways);
        if (gateways.length > 0 && !gateways.includes('mesh'))
            continue;
        const exportTo = (0,visibility/* visibility */.XD)((0,json/* texts */.Te)(spec.exportTo), ref.namespace, mesh.config.defaultVirtualServiceExportTo);
        if (exportTo === 'none')
            continue;
        const seen = new Set();
        for (const [i, written] of (0,json/* texts */.Te)(spec.hosts).entries()) {
            const host = (0,mesh_host/* qualify */.Ss)(written, ref.namespace, mesh.config.clusterDomain).toLowerCase();
            if (seen.has(host))
                continue;
            seen.add(host);
            claims.push({ manifest, path: ['spec', 'hosts', i], host, exportTo });
        }
    }
    return claims;
}
function conflicts(claim, other) {
    return other.manifest !== claim.manifest && sharesNamespace(claim.exportTo, other.exportTo);
}
/**
 * Where both are public the more specific host wins and nothing is lost. A private one is put before all
 * public ones, so that there a wildcard and a host under it do collide.
 * Source: analyzers/virtualservice/conflictingmeshgatewayhosts.go.
 */
function overlapAcross(claim, other) {
    const onePublic = claim.exportTo === 'public' || other.exportTo === 'public';
    const bothPublic = claim.exportTo === 'public' && other.exportTo === 'public';
    return onePublic && !bothPublic && conflicts(claim, other) && (0,mesh_host/* overlaps */.$f)(claim.host, other.host);
}
function sharesNamespace(a, b) {
    if (a === 'none' || b === 'none')
        return false;
    if (a === 'public' || b === 'public')
        return true;
    for (const namespace of a)
        if (b.has(namespace))
            return true;
    return false;
}

;// CONCATENATED MODULE: ./build/analyzers/virtual-service/invalid-weights.js


const invalidWeights = defineAnalyzer({
    id: 'virtual-service/invalid-weights',
    severity: 'error',
    summary: 'The weights of a route cannot share requests out as they are written.',
    why: 'Weights are relative: 1 and 1 is the same as 50 and 50. One destination alone receives everything, whatever its weight, even 0. Negative weights and several weights that add up to 0 are refused by Istio as a whole.',
    fix: 'Give each of several destinations a weight of 0 or more with a sum above 0, and leave the weight out where there is one destination.',
    message: 'These weights do not mean what they say: {problem}.',
    sources: ['KIA1104'],
    check({ mesh, report }) {
        for (const manifest of mesh.of('VirtualService')) {
            for (const { routes, path } of weightedRoutes(manifest)) {
                const weights = routes.map(route => (0,json/* number */.ai)(route.weight));
                const negative = weights.findIndex(weight => weight !== undefined && weight < 0);
                if (negative >= 0) {
                    report(manifest, [...path, negative, 'weight'], {
                        problem: 'a weight is negative, and Istio refuses the VirtualService'
                    });
                }
                else if (routes.length === 1) {
                    const weight = weights[0];
                    // 100 % of one destination is what happens; nothing else is.
                    if (weight === undefined || weight === 100)
                        continue;
                    report(manifest, [...path, 0, 'weight'], { problem: 'the only destination receives every request, whatever its weight' }, { severity: 'warning' });
                }
                else if (routes.length > 1 && sum(weights) === 0) {
                    report(manifest, path, { problem: 'they add up to 0, and Istio refuses the VirtualService' }, { part: 'key' });
                }
            }
        }
    }
});
function* weightedRoutes(manifest) {
    for (const protocol of ['http', 'tls', 'tcp']) {
        for (const [i, rule] of (0,json/* list */.p_)(manifest.spec[protocol]).entries()) {
            const routes = (0,json/* list */.p_)((0,json/* map */.Tj)(rule)?.route);
            // A destination that is no map is the schema's finding, and its neighbours cannot be weighed.
            if (routes.every(json/* isMap */.jh))
                yield { routes, path: ['spec', protocol, i, 'route'] };
        }
    }
}
function sum(weights) {
    let total = 0;
    for (const weight of weights)
        total += weight ?? 0;
    return total;
}

// EXTERNAL MODULE: ./build/dataplane/rules.js
var rules = __webpack_require__(426);
;// CONCATENATED MODULE: ./build/analyzers/gateway-names.js


/** Every gateway that a VirtualService names, at the top and in matches. */
function gatewayNamesOf({ spec, ref }) {
    const found = [];
    const add = (names, path) => {
        for (const [i, written] of names.entries()) {
            found.push({ path: [...path, i], written, gateway: resolved(written, ref.namespace) });
        }
    };
    add((0,json/* texts */.Te)(spec.gateways), ['spec', 'gateways']);
    for (const protocol of ['http', 'tls', 'tcp']) {
        for (const [i, rule] of (0,json/* list */.p_)(spec[protocol]).entries()) {
            for (const [j, match] of (0,json/* list */.p_)((0,json/* map */.Tj)(rule)?.match).entries()) {
                add((0,json/* texts */.Te)((0,json/* map */.Tj)(match)?.gateways), ['spec', protocol, i, 'match', j, 'gateways']);
            }
        }
    }
    return found;
}
function resolved(written, own) {
    const full = (0,rules/* gatewayName */.SN)(written, own);
    const slash = full.indexOf('/');
    return slash < 0 ? null : { namespace: full.slice(0, slash), name: full.slice(slash + 1) };
}

;// CONCATENATED MODULE: ./build/analyzers/virtual-service/unknown-gateway.js


const unknownGateway = defineAnalyzer({
    id: 'virtual-service/unknown-gateway',
    severity: 'error',
    summary: 'A VirtualService binds to a Gateway that its namespace does not hold.',
    why: 'Istio ignores a gateway that it does not know without a word: the routes are sent to no gateway pod, and hosts that only they serve are answered 404. A name without a namespace belongs to the namespace of the VirtualService, not to that of the gateway pods.',
    fix: 'Write `namespace/name` for a Gateway of another namespace, or add the Gateway.',
    message: 'Gateway "{gateway}" is not defined in namespace "{namespace}".',
    sources: ['IST0101', 'KIA1102'],
    check({ mesh, report }) {
        const known = new Map();
        // A Gateway of the Gateway API can be named too.
        for (const group of ['networking.istio.io', 'gateway.networking.k8s.io']) {
            for (const { ref } of mesh.of('Gateway', group)) {
                const names = known.get(ref.namespace) ?? new Set();
                known.set(ref.namespace, names.add(ref.name));
            }
        }
        for (const manifest of mesh.of('VirtualService')) {
            for (const { gateway, path } of gatewayNamesOf(manifest)) {
                if (gateway === null)
                    continue;
                const names = known.get(gateway.namespace);
                // Where git holds no Gateway of the namespace at all, they are taken to live elsewhere.
                if (names === undefined || names.has(gateway.name))
                    continue;
                report(manifest, path, { gateway: gateway.name, namespace: gateway.namespace }, { certainty: 'assumed' });
            }
        }
    }
});

;// CONCATENATED MODULE: ./build/analyzers/destinations.js


/** Every destination: http, tls and tcp routes, `mirror` and `mirrors`, in the order of the manifest. */
function destinationsOf(manifest, domain) {
    const found = [];
    const add = (value, path, role) => {
        const destination = (0,json/* map */.Tj)(value);
        const written = (0,json/* text */.Qq)(destination?.host);
        // A destination without a host is the schema's finding.
        if (destination === undefined || written === undefined || written === '')
            return;
        found.push({
            path,
            role,
            written,
            host: (0,mesh_host/* qualify */.Ss)(written, manifest.ref.namespace, domain),
            subset: (0,json/* text */.Qq)(destination.subset) || undefined,
            port: (0,json/* number */.ai)((0,json/* map */.Tj)(destination.port)?.number)
        });
    };
    for (const protocol of ['http', 'tls', 'tcp']) {
        for (const [i, rule] of (0,json/* list */.p_)(manifest.spec[protocol]).entries()) {
            const fields = (0,json/* map */.Tj)(rule);
            if (fields === undefined)
                continue;
            const here = ['spec', protocol, i];
            for (const [j, route] of (0,json/* list */.p_)(fields.route).entries()) {
                add((0,json/* map */.Tj)(route)?.destination, [...here, 'route', j, 'destination'], 'route');
            }
            add(fields.mirror, [...here, 'mirror'], 'mirror');
            for (const [j, mirror] of (0,json/* list */.p_)(fields.mirrors).entries()) {
                add((0,json/* map */.Tj)(mirror)?.destination, [...here, 'mirrors', j, 'destination'], 'mirror');
            }
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./build/analyzers/virtual-service/unknown-host.js




const unknownHost = defineAnalyzer({
    id: 'virtual-service/unknown-host',
    severity: 'error',
    summary: 'A VirtualService sends requests to a host that is no Service and no ServiceEntry of the mesh.',
    why: 'Istio builds no cluster for a host that its registry does not hold, so Envoy answers 503 to every request of that route. A name with a dot, such as `reviews.prod`, is taken as it stands and never completed to `reviews.prod.svc.cluster.local`.',
    fix: 'Correct the name, add the Service or ServiceEntry, or export it (`exportTo`) to the namespace of the VirtualService.',
    message: 'Host "{host}" is neither a Service nor a ServiceEntry that namespace "{namespace}" can see.',
    sources: ['IST0101', 'KIA1101'],
    check({ mesh, report }) {
        for (const manifest of mesh.of('VirtualService')) {
            const { namespace } = manifest.ref;
            for (const { host, path } of destinationsOf(manifest, mesh.config.clusterDomain)) {
                if (isKnown(mesh, host, namespace))
                    continue;
                // A Service may always be applied from elsewhere: what git lacks is never more than assumed.
                report(manifest, [...path, 'host'], { host, namespace }, { certainty: 'assumed' });
            }
        }
    }
});
/** Services that neither side holds and that are taken to exist stand in the registry too. */
function isKnown(mesh, host, namespace) {
    const { registry } = mesh;
    const name = host.toLowerCase();
    if (registry.byHost(name).some(service => (0,visibility/* isVisible */.zN)(service.exportTo, namespace)))
        return true;
    return registry.wildcards.some(service => (0,mesh_host/* isSubset */.HS)(name, service.host) && (0,visibility/* isVisible */.zN)(service.exportTo, namespace));
}

;// CONCATENATED MODULE: ./build/analyzers/virtual-service/unknown-subset.js




const unknownSubset = defineAnalyzer({
    id: 'virtual-service/unknown-subset',
    severity: 'error',
    summary: 'A VirtualService sends requests to a subset that no DestinationRule of the host defines.',
    why: 'Istio builds a cluster for a subset only from a DestinationRule. Without it Envoy answers 503 to the share of requests that the route gives to the subset; no other subset takes them over.',
    fix: 'Add the subset to the DestinationRule of the host, and apply that before the VirtualService.',
    message: 'Subset "{subset}" of host "{host}" is defined by no DestinationRule.',
    sources: ['IST0101', 'KIA1107'],
    check({ mesh, report }) {
        const subsets = subsetsByHost(mesh);
        for (const manifest of mesh.of('VirtualService')) {
            for (const { host, subset, path } of destinationsOf(manifest, mesh.config.clusterDomain)) {
                if (subset === undefined || mesh.assumed.subsets.has(`${subset}|${host}`))
                    continue;
                if (isDefined(subsets, host, subset))
                    continue;
                report(manifest, [...path, 'subset'], { host, subset }, { certainty: 'assumed' });
            }
        }
    }
});
function subsetsByHost(mesh) {
    const found = new Map();
    for (const { ref, spec } of mesh.of('DestinationRule')) {
        const host = (0,mesh_host/* qualify */.Ss)((0,json/* text */.Qq)(spec.host) ?? '', ref.namespace, mesh.config.clusterDomain);
        const names = found.get(host) ?? new Set();
        for (const subset of (0,json/* list */.p_)(spec.subsets)) {
            const name = (0,json/* text */.Qq)((0,json/* map */.Tj)(subset)?.name);
            if (name !== undefined)
                names.add(name);
        }
        found.set(host, names);
    }
    return found;
}
function isDefined(subsets, host, subset) {
    if (subsets.get(host)?.has(subset) === true)
        return true;
    for (const [pattern, names] of subsets) {
        if (pattern.startsWith('*') && names.has(subset) && (0,mesh_host/* isSubset */.HS)(host, pattern))
            return true;
    }
    return false;
}

// EXTERNAL MODULE: ./build/decision/budget.js
var decision_budget = __webpack_require__(1862);
// EXTERNAL MODULE: ./build/decision/any-value.js
var any_value = __webpack_require__(9625);
// EXTERNAL MODULE: ./build/decision/decide.js
var decide = __webpack_require__(9339);
// EXTERNAL MODULE: ./build/decision/address.js
var address = __webpack_require__(7723);
;// CONCATENATED MODULE: ./build/decision/exists.js


/** Whether a dimension has the value: its domain, values and bounds, and whether it may be absent. */
function exists(value, dimension) {
    if (value === null || (typeof value !== 'string' && value.length === 0))
        return dimension.optional;
    const single = { ...dimension, multiple: false };
    const elements = typeof value === 'string' ? [value] : value;
    return elements.every(element => elementExists(element, single));
}
function elementExists(value, dimension) {
    const { theory, values, bounds, domain } = dimension;
    if (theory === 'enumeration' && values?.includes(value) !== true)
        return false;
    if (theory === 'ip' && (value.includes('/') || (0,address/* addressRange */.w)(value) === null))
        return false;
    if (theory === 'integer') {
        if (!/^(0|-?[1-9]\d*)$/.test(value))
            return false;
        if (bounds !== undefined && !(bounds.from <= Number(value) && Number(value) <= bounds.to)) {
            return false;
        }
    }
    return domain === undefined || (0,decide/* matches */.cK)(domain, value, dimension);
}

// EXTERNAL MODULE: ./build/decision/indexed.js
var indexed = __webpack_require__(7882);
;// CONCATENATED MODULE: ./build/decision/first-match.js


/**
 * Points are without a prototype here, so that a dimension may bear any name.
 * Which row a point takes, for many points: rows are filed by what they ask of one dimension, so that a look-up tries
 * the rows with the same exact value or a prefix of it, and those that cannot be filed.
 */
class FirstMatch {
    #dimensions;
    #tests;
    /** The dimension by which rows are filed. */
    #key;
    #exact = new Map();
    #prefix = new Map();
    #lengths;
    #others = [];
    constructor(dimensions, rows) {
        this.#dimensions = new Map(dimensions.map(dimension => [dimension.name, dimension]));
        this.#tests = rows.map(when => this.#testOf(when));
        this.#key = mostAsked(dimensions, rows);
        const lengths = new Set();
        rows.forEach((when, index) => {
            const matcher = this.#key === null ? undefined : when[this.#key];
            if (matcher?.is === 'exact' && matcher.ignoreCase !== true) {
                file(this.#exact, matcher.value, index);
            }
            else if (matcher?.is === 'prefix' && matcher.ignoreCase !== true) {
                file(this.#prefix, matcher.value, index);
                lengths.add(matcher.value.length);
            }
            else
                this.#others.push(index);
        });
        this.#lengths = [...lengths].sort((a, b) => a - b);
    }
    /** The number of the first row that the point satisfies; -1 where there is none. */
    find(point) {
        const candidates = [...this.#others];
        const value = this.#key === null ? null : (point[this.#key] ?? null);
        if (typeof value === 'string') {
            candidates.push(...(this.#exact.get(value) ?? []));
            for (const length of this.#lengths) {
                if (length > value.length)
                    break;
                candidates.push(...(this.#prefix.get(value.slice(0, length)) ?? []));
            }
        }
        candidates.sort((a, b) => a - b);
        return candidates.find(row => this.satisfies(row, point)) ?? -1;
    }
    satisfies(row, point) {
        return (0,indexed.at)(this.#tests, row)(point);
    }
    #testOf(when) {
        const tests = Object.entries(when).map(([name, matcher]) => {
            const dimension = this.#dimensions.get(name);
            if (dimension === undefined)
                throw new Error(`the table has no dimension ${name}`);
            return { name, holds: testOf(matcher, dimension) };
        });
        return point => tests.every(({ name, holds }) => holds(point[name] ?? null));
    }
}
/** The single-valued string dimension that most rows ask by a literal. */
function mostAsked(dimensions, rows) {
    const counts = new Map();
    for (const { name, theory, multiple } of dimensions) {
        if (theory === 'string' && !multiple)
            counts.set(name, 0);
    }
    for (const when of rows) {
        for (const [name, { is }] of Object.entries(when)) {
            const count = counts.get(name);
            if (count !== undefined && (is === 'exact' || is === 'prefix'))
                counts.set(name, count + 1);
        }
    }
    let best = null;
    for (const [name, count] of counts) {
        if (best === null || count > (counts.get(best) ?? 0))
            best = name;
    }
    return best;
}
function file(index, value, row) {
    const rows = index.get(value);
    if (rows === undefined)
        index.set(value, [row]);
    else
        rows.push(row);
}
/** The common matchers without a detour. */
function testOf(matcher, dimension) {
    if (!dimension.multiple && dimension.theory === 'string') {
        if (matcher.is === 'exact' && matcher.ignoreCase !== true) {
            return value => value === matcher.value;
        }
        if (matcher.is === 'prefix' && matcher.ignoreCase !== true) {
            return value => typeof value === 'string' && value.startsWith(matcher.value);
        }
    }
    return value => (0,decide/* matches */.cK)(matcher, value, dimension);
}

// EXTERNAL MODULE: ./build/decision/formula.js
var formula = __webpack_require__(6521);
// EXTERNAL MODULE: ./build/decision/theories/strings.js + 5 modules
var strings = __webpack_require__(7022);
;// CONCATENATED MODULE: ./build/decision/guess.js







/**
 * Finds rows that are surely taken: for each row one likely point is made from its matchers and tried against all
 * rows before it, by plain matching. Most rows of real tables are settled so, without any partition.
 */
class Guesses {
    #dimensions;
    /** `null`: not even these were found within the budget, so nothing is guessed. */
    #defaults;
    #rows;
    #impossible;
    constructor(dimensions, rows, impossible, limits) {
        this.#dimensions = new Map(dimensions.map(dimension => [dimension.name, dimension]));
        this.#defaults = usualValues(dimensions, limits);
        this.#rows = new FirstMatch(dimensions, rows);
        this.#impossible = new FirstMatch(dimensions, impossible);
    }
    /** The row that a likely point of this row takes; -1 where no point came to mind. */
    takenBy(index, when) {
        if (this.#defaults === null)
            return -1;
        const point = this.#likely(when);
        if (!this.#rows.satisfies(index, point))
            return -1;
        for (const name of Object.keys(when)) {
            const dimension = this.#dimensions.get(name);
            if (dimension === undefined || !exists(point[name] ?? null, dimension))
                return -1;
        }
        return this.#impossible.find(point) < 0 ? this.#rows.find(point) : -1;
    }
    #likely(when) {
        const point = Object.assign(Object.create(null), this.#defaults);
        for (const [name, matcher] of Object.entries(when)) {
            const dimension = this.#dimensions.get(name);
            if (dimension === undefined)
                throw new Error(`the table has no dimension ${name}`);
            const value = this.#member(matcher, dimension, point[name] ?? null);
            point[name] = dimension.multiple && typeof value === 'string' ? [value] : value;
        }
        return point;
    }
    /** A value of the matcher, or not: the caller tests it. */
    #member(matcher, dimension, usual) {
        if ((0,decide/* matches */.cK)(matcher, usual, dimension))
            return usual;
        switch (matcher.is) {
            case 'exact':
            case 'prefix':
            case 'suffix':
                return matcher.value;
            case 'between':
                return String(matcher.from);
            case 'cidr':
                return matcher.value.split('/')[0] ?? null;
            case 'regex':
                return this.#regexMember(matcher, dimension);
            case 'all':
            case 'any': {
                const [first] = matcher.of;
                return first === undefined ? usual : this.#member(first, dimension, usual);
            }
            case 'some':
                return this.#member(matcher.of, { ...dimension, multiple: false }, null);
            default:
                return usual;
        }
    }
    #regexMember(matcher, dimension) {
        const atoms = new formula/* Atoms */.NY(dimension);
        const wanted = atoms.formula(matcher);
        const domain = dimension.domain === undefined ? null : atoms.formula(dimension.domain);
        const budget = new decision_budget/* Budget */.__(QUICK);
        try {
            return (0,strings/* findString */.Z)({ dimension, atoms: atoms.list, domain, universe: null, budget }, wanted);
        }
        catch (error) {
            if (error instanceof decision_budget/* Exhausted */.mS)
                return null;
            throw error;
        }
    }
}
/** A guess that takes longer is not worth it: the proof that follows has a budget of its own. */
const QUICK = { states: 1_000, steps: 20_000 };
/** Without a prototype, so that a dimension may bear any name. */
function usualValues(dimensions, limits) {
    const values = Object.create(null);
    try {
        for (const dimension of dimensions) {
            values[dimension.name] = (0,any_value/* anyValue */.m)(dimension, new decision_budget/* Budget */.__(limits));
        }
    }
    catch (error) {
        if (error instanceof decision_budget/* Exhausted */.mS)
            return null;
        throw error;
    }
    return values;
}

// EXTERNAL MODULE: ./build/decision/bits.js
var bits = __webpack_require__(5523);
// EXTERNAL MODULE: ./build/decision/lines.js
var lines = __webpack_require__(6972);
;// CONCATENATED MODULE: ./build/decision/reach.js


/**
 * Calls `taken` with every row that some point takes, given the residual list; `pruned` says that a list holds
 * nothing new. Throws `Exhausted`.
 */
function reachedRows(space, rows, pruned, taken) {
    const seen = new Set();
    let depth = 0;
    function go(from, list, literals, demand) {
        if (pruned(list))
            return;
        const axis = (0,lines/* nextAxis */.F6)([list], from);
        if (axis === Number.POSITIVE_INFINITY) {
            taken((0,indexed.at)(list, 0));
            return;
        }
        const question = (0,indexed.at)(space.axes, axis);
        const own = question.is === 'literal' ? question.demand : null;
        const known = own !== null && own === demand ? literals : [];
        const answers = known.map(({ matcher, holds }) => (holds ? matcher : ~matcher)).join();
        const key = `${axis}|${answers}|${list.map(line => line.number).join()}`;
        if (seen.has(key))
            return;
        seen.add(key);
        depth += 1;
        space.budget.descend(depth, question.dimension.name);
        const branches = (0,lines/* split */.lD)(space, axis, [list]);
        space.budget.spend(branches.length, question.dimension.name);
        for (const branch of branches) {
            let more = known;
            if (question.is === 'literal' && branch.holds !== null) {
                more = [...known, { matcher: question.matcher, holds: branch.holds }];
                if (question.demand.find(more) === undefined)
                    continue;
            }
            go(axis + 1, (0,indexed.at)(branch.lists, 0), more, own);
        }
        depth -= 1;
    }
    go(0, (0,lines/* reachable */.Gq)(rows), [], null);
}

// EXTERNAL MODULE: ./build/decision/space.js + 2 modules
var space = __webpack_require__(6395);
;// CONCATENATED MODULE: ./build/decision/hiding.js




/** Line numbers: the row, then its rivals; below, what bounds the walk to the row's own points. */
const SELF = 0;
const NOTHING = -1;
/** One row against the earlier rows that may meet it. */
class Hiding {
    #row;
    #rivals;
    #keyOf;
    #space;
    #bounds;
    #self;
    #lines;
    constructor(table, row, rivals, options, budget) {
        this.#row = row;
        this.#rivals = rivals;
        this.#keyOf = action => options.keyOf(action);
        const impossible = table.impossible ?? [];
        const elsewhere = Object.entries(row.when).map(([name, matcher]) => ({ [name]: { is: 'not', of: matcher } }));
        this.#space = (0,space/* makeSpace */.T2)(table.dimensions, [...elsewhere, row.when, ...rivals.map(rival => rival.row.when)], impossible, name => {
            const matcher = Object.hasOwn(row.when, name) ? row.when[name] : undefined;
            return matcher === undefined ? null : [matcher];
        }, budget);
        this.#bounds = [...impossible, ...elsewhere]
            .map((when, place) => this.#line(when, NOTHING - 1 - place))
            .filter(line => line !== null);
        this.#self = this.#line(row.when, SELF);
        this.#lines = rivals.map((rival, place) => this.#line(rival.row.when, SELF + 1 + place));
    }
    /** `taken`: some point takes the row. `empty`: it has no point. Else the rivals that hide it. */
    answer() {
        if (this.#self === null)
            return 'empty';
        const everyone = this.#rivals.map((_, place) => place);
        const winners = this.#winners(everyone);
        if (winners.has(SELF))
            return 'taken';
        if (winners.size === 0)
            return 'empty';
        const places = [...winners]
            .map(number => number - SELF - 1)
            .sort((a, b) => this.#overlap(b) - this.#overlap(a) || a - b);
        const cover = [...places];
        for (const place of places.toReversed()) {
            const others = cover.filter(other => other !== place);
            if (others.length > 0 && !this.#winners(others).has(SELF))
                cover.splice(0, cover.length, ...others);
        }
        const differs = (place) => this.#keyOf((0,indexed.at)(this.#rivals, place).row.action) !== this.#keyOf(this.#row.action);
        const other = places.find(differs);
        if (other !== undefined && !cover.some(differs))
            cover.push(other);
        return places.filter(place => cover.includes(place)).map(place => (0,indexed.at)(this.#rivals, place));
    }
    /** Who takes points of the row when only these rivals stand before it. */
    #winners(places) {
        const found = new Set();
        const rivals = [...places].sort((a, b) => a - b).map(place => this.#lines[place] ?? null);
        const list = [...this.#bounds, ...rivals, this.#self].filter(line => line !== null);
        const nothing = { number: NOTHING, identity: 0, action: 0, conditions: [], last: -1 };
        reachedRows(this.#space, [...list, nothing], rest => rest.every(({ number }) => number < SELF || found.has(number)), ({ number }) => {
            if (number >= SELF)
                found.add(number);
        });
        return found;
    }
    /** The share of the row's classes that a rival has too, as if all classes were of one size. */
    #overlap(place) {
        const mine = (0,space/* boxOf */.b0)(this.#self?.conditions ?? [], this.#space.axes);
        const theirs = (0,space/* boxOf */.b0)(this.#lines[place]?.conditions ?? [], this.#space.axes);
        let share = 1;
        for (const [axis, classes] of theirs) {
            const own = mine.get(axis);
            const size = own === undefined ? (0,space/* sizeOf */.$d)((0,indexed.at)(this.#space.axes, axis)) : (0,bits/* countBits */.gr)(own);
            share *= (0,bits/* countBits */.gr)(own === undefined ? classes : (0,bits/* both */.WP)(own, classes)) / size;
        }
        return share;
    }
    #line(when, number) {
        const conditions = this.#space.conditions(when);
        if (conditions === null)
            return null;
        const last = conditions.at(-1)?.axis ?? -1;
        return { number, identity: number, action: number, conditions, last };
    }
}

// EXTERNAL MODULE: ./build/decision/malformed.js
var malformed = __webpack_require__(5658);
// EXTERNAL MODULE: ./build/decision/overlap.js
var overlap = __webpack_require__(9564);
;// CONCATENATED MODULE: ./build/decision/unreachable.js





/** Rows that no point takes. Exact. */
function unreachable(table, options) {
    const faults = (0,malformed/* malformed */.Q)(table);
    if (faults.length > 0)
        return { kind: 'malformed', matchers: faults };
    const dimensions = new Map(table.dimensions.map(dimension => [dimension.name, dimension]));
    const guesses = new Guesses(table.dimensions, table.rows.map(row => row.when), table.impossible ?? [], options.limits);
    const unreached = [];
    const undecided = [];
    for (const [index, row] of table.rows.entries()) {
        const taker = guesses.takenBy(index, row.when);
        if (taker === index)
            continue;
        const before = table.rows.slice(0, index);
        const rivals = [...before.entries()]
            .filter(([, other]) => (0,overlap/* rowsMayMeet */.Gn)(row.when, other.when, dimensions))
            .map(([place, other]) => ({ index: place, row: other }));
        const [first] = rivals;
        const shortcut = first !== undefined &&
            taker === first.index &&
            (0,overlap/* rowImplies */.gB)(row.when, first.row.when, dimensions);
        if (shortcut) {
            unreached.push({ why: 'hidden', index, row, by: [first] });
            continue;
        }
        try {
            const budget = new decision_budget/* Budget */.__(options.limits);
            const answer = new Hiding(table, row, rivals, options, budget).answer();
            if (answer === 'empty')
                unreached.push({ why: 'empty', index, row });
            else if (answer !== 'taken')
                unreached.push({ why: 'hidden', index, row, by: answer });
        }
        catch (error) {
            if (!(error instanceof decision_budget/* Exhausted */.mS))
                throw error;
            const { dimension, limit, allowed } = error;
            undecided.push({ index, row, dimension, limit, allowed });
        }
    }
    return { kind: 'analysed', unreached, undecided };
}

// EXTERNAL MODULE: ./build/dataplane/lower/routes.js + 2 modules
var lower_routes = __webpack_require__(9423);
// EXTERNAL MODULE: ./build/dataplane/route-match.js
var route_match = __webpack_require__(7012);
// EXTERNAL MODULE: ./build/fingerprint.js
var fingerprint = __webpack_require__(4584);
;// CONCATENATED MODULE: ./build/analyzers/route-rows.js





/**
 * The rules of one VirtualService as a table over all requests, callers, ports and gateways, without the cuts of a
 * compile. Rules that lead to a delegate are left out: what the delegate does not take falls to the next rule.
 */
function ruleTable(manifest, mesh) {
    const rows = [];
    const matches = [];
    for (const [rule, one] of (0,rules/* httpRules */.Om)(manifest, mesh.config.clusterDomain).entries()) {
        if (one.fields.delegate !== undefined)
            continue;
        const all = one.matches ?? [null];
        for (const match of all) {
            rows.push({ rule, fields: one.fields, at: match?.at ?? one.at, alone: all.length === 1 });
            matches.push(match);
        }
    }
    const routes = matches.map((match) => routeOf(match, mesh));
    const lowered = (0,lower_routes/* lowerRoutes */.E)({
        name: manifest.ref.name,
        port: 0,
        virtualHosts: [{ name: '*', domains: ['*'], routes, requireTls: false, origins: [] }],
        ignorePortInHost: true
    }, mesh);
    const caller = new Map();
    const byRow = new Map();
    const own = [];
    for (const row of lowered.rows) {
        // Rows of lowerRoutes carry its origin.
        const { index } = row.origin;
        const source = rows[index];
        if (source === undefined)
            continue;
        const match = matches[index] ?? null;
        const when = { ...row.when, ...callerMatchers(match, manifest, caller) };
        const made = { when, action: actionText(source.fields), origin: row.origin };
        own.push(made);
        byRow.set(made, source);
    }
    const table = {
        dimensions: [...lowered.dimensions, ...caller.values()],
        rows: own,
        otherwise: ''
    };
    return { table, rowOf: row => byRow.get(row) ?? null };
}
function routeOf(match, mesh) {
    return {
        name: '',
        match: match === null ? route_match/* EVERYTHING */.Qz : (0,route_match/* routeMatch */.nu)(match.fields, 'istio', mesh.features),
        action: { kind: 'no-route' },
        origins: [],
        certainty: 'certain',
        assumptions: []
    };
}
/**
 * What a match says of the proxy that asks. Where it names gateways, source labels and namespace are ignored.
 * Source: pilot networking/core/route/route.go sourceMatchHTTP.
 */
function callerMatchers(match, { spec, ref }, dimensions) {
    const when = {};
    if (match === null)
        return when;
    const { fields } = match;
    const port = (0,json/* number */.ai)(fields.port) ?? 0;
    if (port !== 0) {
        when.port = { is: 'between', from: port, to: port };
        dimensions.set('port', { ...plain('port'), theory: 'integer', bounds: { from: 1, to: 65_535 } });
    }
    const gateways = (0,json/* texts */.Te)(fields.gateways);
    if (gateways.length > 0) {
        const bound = (0,json/* texts */.Te)(spec.gateways).map(name => (0,rules/* gatewayName */.SN)(name, ref.namespace));
        const values = bound.length === 0 ? ['mesh'] : [...new Set(bound)];
        when.gateway = { is: 'any', of: gateways.map(value => ({ is: 'exact', value })) };
        dimensions.set('gateway', { ...plain('gateway'), theory: 'enumeration', values });
        return when;
    }
    for (const [key, value] of Object.entries((0,json/* textMap */.sP)(fields.sourceLabels))) {
        when[`label:${key}`] = { is: 'exact', value };
        dimensions.set(`label:${key}`, { ...plain(`label:${key}`), optional: true });
    }
    const namespace = (0,json/* filled */.Bq)(fields.sourceNamespace);
    if (namespace !== undefined) {
        when.namespace = { is: 'exact', value: namespace };
        dimensions.set('namespace', plain('namespace'));
    }
    return when;
}
function plain(name) {
    return { name, theory: 'string', optional: false, multiple: false };
}
/** Everything that a rule does with a request it takes. */
function actionText({ match: _, name: __, ...rest }) {
    return (0,fingerprint/* canonical */.$)(rest);
}

;// CONCATENATED MODULE: ./build/analyzers/virtual-service/unreachable-route.js




const unreachableRoute = defineAnalyzer({
    id: 'virtual-service/unreachable-route',
    severity: 'warning',
    summary: 'No request can reach a route of a VirtualService, or one of its matches.',
    why: 'Routes are tried in the order in which they stand, and the first that matches takes the request. What earlier routes take together, or what contradicts itself, is dead: people read it and believe that it works. Everything behind a route without `match` is not even sent to the proxies.',
    fix: 'Move the narrower route in front of the wider one, or remove what can never match.',
    message: 'No request reaches the {what} to {target}: {reason}.',
    sources: ['IST0130', 'IST0131'],
    check({ mesh, report }) {
        for (const manifest of mesh.of('VirtualService')) {
            if ((0,json/* list */.p_)(manifest.spec.http).length === 0)
                continue;
            const rules = ruleTable(manifest, mesh);
            const found = unreachable(rules.table, { keyOf: action => action });
            // A pattern that cannot be compiled is found where schemas and values are judged.
            if (found.kind === 'malformed')
                continue;
            const dead = new Map();
            for (const unreached of found.unreached) {
                const row = rules.rowOf(unreached.row);
                if (row === null)
                    continue;
                dead.set(row.rule, [...(dead.get(row.rule) ?? []), { row, unreached }]);
            }
            for (const [rule, rows] of dead) {
                const [first] = rows;
                if (first === undefined)
                    continue;
                const whole = rows.length === rowsOf(rules, rule);
                // A rule without a living match is one finding; else each dead match is one of its own.
                for (const { row, unreached } of whole ? [first] : rows) {
                    const hidden = unreached.why === 'hidden' ? unreached.by : [];
                    const harmless = !whole || hidden.some(({ row: other }) => other.action === unreached.row.action);
                    report(manifest, whole ? ['spec', 'http', rule] : row.at.path, {
                        what: whole ? 'route' : 'match of the route',
                        target: targetOf(manifest, rule),
                        reason: unreached.why === 'empty'
                            ? 'what it asks for can never hold together'
                            : 'earlier ones take all that it would match'
                    }, {
                        severity: harmless ? 'info' : 'warning',
                        related: hidden.slice(0, 5).flatMap(({ row: other }) => {
                            const by = rules.rowOf(other);
                            return by === null ? [] : [{ at: by.at, note: 'takes such requests first' }];
                        })
                    });
                }
            }
        }
    }
});
function rowsOf({ table, rowOf }, rule) {
    return table.rows.filter(row => rowOf(row)?.rule === rule).length;
}
/** `cart v2`, `a redirect`: where the route would lead, for people and the fingerprint. */
function targetOf(manifest, rule) {
    const fields = (0,json/* map */.Tj)((0,json/* list */.p_)(manifest.spec.http)[rule]);
    if (fields?.redirect !== undefined)
        return 'a redirect';
    if (fields?.directResponse !== undefined)
        return 'a direct response';
    const targets = (0,json/* list */.p_)(fields?.route).map(route => {
        const destination = (0,json/* map */.Tj)((0,json/* map */.Tj)(route)?.destination);
        const subset = (0,json/* text */.Qq)(destination?.subset);
        return `${(0,json/* text */.Qq)(destination?.host) ?? 'nowhere'}${subset === undefined ? '' : ` ${subset}`}`;
    });
    return targets.length === 0 ? 'nowhere' : targets.join(' and ');
}

;// CONCATENATED MODULE: ./build/analyzers/index.js






const analyzers = [
    conflictingHosts,
    invalidWeights,
    unknownGateway,
    unknownHost,
    unknownSubset,
    unreachableRoute
];

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/mesh/version.js
var version = __webpack_require__(1552);
// EXTERNAL MODULE: ./build/manifest/map.js
var manifest_map = __webpack_require__(3766);
;// CONCATENATED MODULE: ./build/schema/check-table.js
function nodeOf(nodes, index) {
    const node = nodes[index];
    if (node === undefined)
        throw new Error(`schema node ${index} is missing: the table is broken`);
    return node;
}

;// CONCATENATED MODULE: ./build/schema/alternatives.js

/** allOf, anyOf, oneOf, not: value validations that apply beside the node's own. */
function alternativeChecks(table, node) {
    const checks = [];
    for (const index of node.allOf ?? [])
        checks.push((value, walk) => table.check(index)(value, walk));
    if (node.anyOf)
        checks.push(choiceCheck(table, node.anyOf, count => count > 0));
    if (node.oneOf)
        checks.push(choiceCheck(table, node.oneOf, count => count === 1));
    const { not } = node;
    if (not !== undefined) {
        checks.push((value, walk) => {
            if (table.accepts(not, value)) {
                walk.report({ id: 'no-alternative', fields: [...requiredBelow(table, [not])] });
            }
        });
    }
    return checks;
}
/**
 * A protobuf oneof is written as oneOf: [not anyOf [required a, required b], required a, required b]:
 * at most one of the fields. Said in those words where it is that, since the branches explain nothing.
 */
function choiceCheck(table, branches, isEnough) {
    let fields;
    const atMostOne = oneofFields(table, branches);
    if (atMostOne !== undefined)
        return atMostOneCheck(atMostOne);
    return (value, walk) => {
        const count = branches.filter(branch => table.accepts(branch, value)).length;
        if (isEnough(count))
            return;
        fields ??= [...requiredBelow(table, branches)];
        const present = presentFields(value, fields);
        const [, second] = present;
        if (second === undefined)
            walk.report({ id: 'no-alternative', fields });
        else
            walk.report({ id: 'conflicting-fields', fields: present }, 'key', second);
    };
}
/** The fields of a plain protobuf oneof, whose branches ask for one field each and nothing more. */
function oneofFields(table, branches) {
    const [first, ...rest] = branches.map(branch => nodeOf(table.nodes, branch));
    const none = first?.not === undefined ? undefined : nodeOf(table.nodes, first.not);
    if (none?.anyOf === undefined || none.anyOf.join() !== branches.slice(1).join())
        return undefined;
    const fields = [];
    for (const node of rest) {
        const [field, second] = node.required ?? [];
        if (field === undefined || second !== undefined || Object.keys(node).length > 1)
            return undefined;
        fields.push(field);
    }
    return fields;
}
function atMostOneCheck(fields) {
    return (value, walk) => {
        if (value === null || typeof value !== 'object')
            return;
        let count = 0;
        for (const field of fields)
            if (Object.hasOwn(value, field))
                count += 1;
        if (count < 2)
            return;
        const present = presentFields(value, fields);
        walk.report({ id: 'conflicting-fields', fields: present }, 'key', present[1]);
    };
}
/** In the order of the document. */
function presentFields(value, fields) {
    if (value === null || typeof value !== 'object' || Array.isArray(value))
        return [];
    return Object.keys(value).filter(key => fields.includes(key));
}
function requiredBelow(table, branches, found = new Set()) {
    for (const branch of branches) {
        const node = nodeOf(table.nodes, branch);
        for (const field of node.required ?? [])
            found.add(field);
        if (node.not === undefined)
            requiredBelow(table, [...(node.anyOf ?? []), ...(node.oneOf ?? [])], found);
    }
    return found;
}

;// CONCATENATED MODULE: ./build/schema/list.js

/** Items, how many there may be, and the uniqueness that `x-kubernetes-list-type` asks for. */
function listCheck(table, node) {
    const { items, minItems, maxItems, listType } = node;
    if (items === undefined && minItems === undefined && maxItems === undefined)
        return;
    return (value, walk) => {
        if (minItems !== undefined && value.length < minItems) {
            const bound = { side: 'at least', limit: minItems, unit: 'items' };
            walk.report({ id: 'out-of-bounds', value: value.length, bound });
        }
        else if (maxItems !== undefined && value.length > maxItems) {
            const bound = { side: 'at most', limit: maxItems, unit: 'items' };
            walk.report({ id: 'out-of-bounds', value: value.length, bound });
        }
        if (items !== undefined) {
            const check = table.check(items);
            for (let index = 0; index < value.length; index++) {
                walk.path.push(index);
                check(value[index], walk);
                walk.path.pop();
            }
        }
        if (listType !== undefined)
            checkUnique(value, listType === 'map' ? node.listMapKeys : undefined, walk);
    };
}
/**
 * apiextensions-apiserver pkg/apiserver/schema/listtype: items of a set differ; items of a map differ in
 * their keys, where an absent key equals an absent key.
 */
function checkUnique(list, keys, walk) {
    if (list.length < 2)
        return;
    const seen = new Map();
    for (const [index, item] of list.entries()) {
        const identity = keys === undefined ? (0,fingerprint/* canonical */.$)(item) : (0,fingerprint/* canonical */.$)(keysOf(item, keys));
        const first = seen.get(identity);
        if (first === undefined) {
            seen.set(identity, index);
            continue;
        }
        walk.path.push(index);
        walk.report({ id: 'duplicate-item', keys: keys ?? [], value: identity, first });
        walk.path.pop();
    }
}
function keysOf(item, keys) {
    const found = {};
    if (item === null || typeof item !== 'object' || Array.isArray(item))
        return found;
    const map = item;
    for (const key of keys) {
        const value = Object.hasOwn(map, key) ? map[key] : undefined;
        if (value !== undefined)
            found[key] = value;
    }
    return found;
}

;// CONCATENATED MODULE: ./build/schema/map.js
/** Fields of structs, entries of maps, what is required, how many there may be. */
function mapCheck(table, node) {
    const fields = new Map(Object.entries(node.properties ?? {}));
    const entry = typeof node.additionalProperties === 'number' ? node.additionalProperties : undefined;
    // Value validations below oneOf and its kin carry no type, and name only some of the fields.
    const open = node.type !== 'object' ||
        node.preserveUnknownFields === true ||
        node.additionalProperties === true;
    const known = [...fields.keys()];
    const required = node.required ?? [];
    const isCounted = node.minProperties !== undefined || node.maxProperties !== undefined;
    if (open && fields.size === 0 && entry === undefined && required.length === 0 && !isCounted)
        return;
    return (value, walk) => {
        let count = 0;
        for (const key of Object.keys(value)) {
            const child = fields.get(key) ?? entry;
            if (child !== undefined) {
                walk.path.push(key);
                table.check(child)(value[key], walk);
                walk.path.pop();
            }
            else if (!open) {
                walk.report({ id: 'unknown-field', field: key, known }, 'key', key);
                continue;
            }
            count += 1;
        }
        for (const field of required) {
            if (!Object.hasOwn(value, field))
                walk.report({ id: 'missing-field', field });
        }
        if (isCounted)
            checkCount(node, count, walk);
    };
}
function checkCount(node, value, walk) {
    if (node.minProperties !== undefined && value < node.minProperties) {
        const bound = { side: 'at least', limit: node.minProperties, unit: 'entries' };
        walk.report({ id: 'out-of-bounds', value, bound });
    }
    else if (node.maxProperties !== undefined && value > node.maxProperties) {
        const bound = { side: 'at most', limit: node.maxProperties, unit: 'entries' };
        walk.report({ id: 'out-of-bounds', value, bound });
    }
}

;// CONCATENATED MODULE: ./build/schema/number.js
const INT32 = 2 ** 31;
const INT64 = 2 ** 63;
/** Bounds, and the range of the format; an integer without one is an int64. */
function numberCheck(node) {
    const bounds = boundsOf(node);
    if (bounds.length === 0)
        return;
    return (value, walk) => {
        for (const bound of bounds) {
            if (holds(bound, value))
                continue;
            walk.report({ id: 'out-of-bounds', value, bound });
            return;
        }
    };
}
function boundsOf(node) {
    const bounds = [];
    if (node.multipleOf !== undefined) {
        bounds.push({ side: 'a multiple of', limit: node.multipleOf, unit: '' });
    }
    if (node.maximum !== undefined) {
        bounds.push({
            side: node.exclusiveMaximum ? 'less than' : 'at most',
            limit: node.maximum,
            unit: ''
        });
    }
    if (node.minimum !== undefined) {
        bounds.push({
            side: node.exclusiveMinimum ? 'more than' : 'at least',
            limit: node.minimum,
            unit: ''
        });
    }
    if (node.type === 'integer') {
        const size = node.format === 'int32' ? INT32 : INT64;
        bounds.push({ side: 'at least', limit: -size, unit: '' });
        // 2^63 - 1 has no exact double; the first integer that is too large has.
        bounds.push(size === INT32
            ? { side: 'at most', limit: INT32 - 1, unit: '' }
            : { side: 'less than', limit: INT64, unit: '' });
    }
    return bounds;
}
function holds({ side, limit }, value) {
    switch (side) {
        case 'at least':
            return value >= limit;
        case 'at most':
            return value <= limit;
        case 'more than':
            return value > limit;
        case 'less than':
            return value < limit;
        case 'a multiple of':
            return Number.isInteger(value / limit);
    }
}

// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
;// CONCATENATED MODULE: ./build/go/address.js
/** Go's netip.ParseAddr for IPv4: four numbers without leading zeros. */
function isIpv4(text) {
    const parts = text.split('.');
    return (parts.length === 4 &&
        parts.every(part => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256));
}
/** Go's netip.ParseAddr for IPv6 without a zone. */
function isIpv6(text) {
    return ipv6Groups(text) !== null;
}
/** `::ffff:10.0.0.1`, with or without dots. */
function isIpv4InIpv6(text) {
    const groups = ipv6Groups(text);
    return groups !== null && groups[5] === 0xffff && groups.slice(0, 5).every(group => group === 0);
}
/** The eight groups of an IPv6 address; `null` for any other text. */
function ipv6Groups(text) {
    const [head = '', tail, ...more] = text.split('::');
    if (more.length > 0 || !text.includes(':'))
        return null;
    const before = groupsOf(head, tail === undefined);
    const after = tail === undefined ? [] : groupsOf(tail, true);
    if (before === null || after === null)
        return null;
    const missing = 8 - before.length - after.length;
    if (tail === undefined ? missing !== 0 : missing < 1)
        return null;
    return [...before, ...new Array(missing).fill(0), ...after];
}
/** The last two groups may be written as an IPv4 address. */
function groupsOf(text, isLast) {
    if (text === '')
        return [];
    const groups = [];
    const parts = text.split(':');
    for (const [index, part] of parts.entries()) {
        if (isLast && index === parts.length - 1 && isIpv4(part)) {
            const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number);
            groups.push(a * 256 + b, c * 256 + d);
        }
        else if (/^[0-9a-fA-F]{1,4}$/.test(part))
            groups.push(Number.parseInt(part, 16));
        else
            return null;
    }
    return groups;
}
/** Go's netip.ParseAddr: an IPv6 address may have a zone. */
function isIp(text) {
    const percent = text.indexOf('%');
    if (percent < 0)
        return isIpv4(text) || isIpv6(text);
    return percent < text.length - 1 && isIpv6(text.slice(0, percent));
}
/** Go's netip.ParsePrefix: an address without a zone and the number of its bits. */
function isCidr(text) {
    const slash = text.lastIndexOf('/');
    const address = text.slice(0, slash);
    const bits = text.slice(slash + 1);
    if (slash < 0 || !/^(?:0|[1-9]\d{0,2})$/.test(bits))
        return false;
    return isIpv4(address) ? Number(bits) <= 32 : isIpv6(address) && Number(bits) <= 128;
}

;// CONCATENATED MODULE: ./build/schema/format.js

/** govalidator's base64, as kube-openapi carries it: padded, standard alphabet, not empty. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:?\d{2})$/;
/** The formats of strings that the tables use. Numbers have theirs in `number.ts`. */
const FORMATS = {
    byte: { words: 'base64 with padding', test: text => BASE64.test(text) },
    'date-time': { words: 'a date and time (RFC 3339)', test: text => DATE_TIME.test(text) },
    // Leading zeros pass, as they did before Go 1.17 (kube-openapi strfmt/default.go).
    ipv4: {
        words: 'an IPv4 address',
        test: text => (IPV4.test(text) && text.split('.').every(part => Number(part) < 256)) || isMapped(text)
    },
    ipv6: { words: 'an IPv6 address', test: text => isIpv6(text) }
};
/**
 * Formats that the API server does not know for strings are ignored by it
 * (apiextensions-apiserver pkg/apiserver/validation/formats.go): `binary`, and those of numbers.
 */
const IGNORED_FORMATS = (/* unused pure expression or super */ null && (['binary', 'double', 'float', 'int32', 'int64']));
function formatOf(name) {
    return name !== undefined && Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
}
/** Go parses `::ffff:10.0.0.1` as an address, and it holds a dot. */
function isMapped(text) {
    return text.includes('.') && isIpv6(text);
}

;// CONCATENATED MODULE: ./build/schema/string.js


/** Length in characters, pattern (RE2, found anywhere) and format: the first that fails is reported. */
function stringCheck(node) {
    const { minLength, maxLength, pattern } = node;
    const format = formatOf(node.format);
    const number = node.type === 'integer' || node.type === 'number';
    if (number || (minLength ?? maxLength ?? pattern ?? format) === undefined)
        return;
    let compiled;
    return (value, walk) => {
        if (maxLength !== undefined && value.length > maxLength && characters(value) > maxLength) {
            const bound = { side: 'at most', limit: maxLength, unit: 'characters' };
            walk.report({ id: 'out-of-bounds', value, bound });
        }
        else if (minLength !== undefined && characters(value) < minLength) {
            const bound = { side: 'at least', limit: minLength, unit: 'characters' };
            walk.report({ id: 'out-of-bounds', value, bound });
        }
        else if (pattern !== undefined) {
            compiled ??= build/* RE2JS */.L3.compile(pattern);
            if (!compiled.matcher(value).find()) {
                walk.report({ id: 'invalid-format', value, expected: `text that matches ${pattern}` });
            }
        }
        if (format !== undefined && !format.test(value)) {
            walk.report({ id: 'invalid-format', value, expected: format.words });
        }
    };
}
/** Kubernetes counts Unicode code points. */
function characters(text) {
    let count = 0;
    for (const _ of text)
        count += 1;
    return count;
}

;// CONCATENATED MODULE: ./build/schema/type.js
/**
 * Whether the value has the type that the node asks for. Null passes only where `nullable` says so: a null
 * that the API server drops is gone before (`coerce.ts`).
 */
function accepts(node, value) {
    if (value === null)
        return node.nullable === true || (!node.type && !node.intOrString);
    if (node.intOrString)
        return typeof value === 'string' || Number.isInteger(value);
    switch (node.type) {
        case undefined:
            return true;
        case 'object':
            return typeof value === 'object' && !Array.isArray(value);
        case 'array':
            return Array.isArray(value);
        case 'integer':
            return Number.isInteger(value);
        default:
            return typeof value === node.type;
    }
}
const WORDS = {
    object: 'a map',
    array: 'a list',
    string: 'a string',
    integer: 'an integer',
    number: 'a number',
    boolean: 'true or false'
};
function describeType(node) {
    if (node.intOrString)
        return 'an integer or a string';
    return node.type ? WORDS[node.type] : 'a value';
}
/** What a value is, in the words of `describeType`. */
function describeValue(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a map';
    return `the ${typeof value} ${typeof value === 'string' ? quote(value) : String(value)}`;
}
/** In quotes, and no longer than a person reads. */
function quote(text) {
    return JSON.stringify(shorten(text, 60));
}
/** Whole characters of a text that may be megabytes long. */
function shorten(text, most) {
    if (text.length <= most)
        return text;
    return `${[...text.slice(0, most * 2)].slice(0, most).join('')}…`;
}

;// CONCATENATED MODULE: ./build/schema/checks.js








function createChecks(nodes) {
    const built = new Array(nodes.length);
    const table = {
        nodes,
        check(index) {
            const known = built[index];
            if (known !== undefined)
                return known;
            const check = checks_build(table, nodeOf(nodes, index));
            built[index] = check;
            return check;
        },
        accepts(index, value) {
            const probe = new Probe();
            table.check(index)(value, probe);
            return !probe.failed;
        }
    };
    return table;
}
class Probe {
    path = [];
    failed = false;
    report(fault) {
        if (fault.id !== 'unknown-field')
            this.failed = true;
    }
}
/**
 * The API server's order (kube-openapi pkg/validation/validate/schema.go): type, then what applies to the
 * kind of value, then enum and the logical keywords. A value of the wrong type gets no second message.
 */
function checks_build(table, node) {
    const onMap = mapCheck(table, node);
    const onList = listCheck(table, node);
    const onString = stringCheck(node);
    const onNumber = numberCheck(node);
    const onAny = alternativeChecks(table, node);
    const allowed = node.enum && new Set(node.enum);
    return (value, walk) => {
        if (!accepts(node, value)) {
            walk.report({ id: 'wrong-type', expected: describeType(node), value });
            return;
        }
        if ((0,manifest_map/* isMap */.jh)(value))
            onMap?.(value, walk);
        else if (Array.isArray(value))
            onList?.(value, walk);
        else if (allowed !== undefined && !allowed.has(value)) {
            walk.report({ id: 'invalid-value', value, allowed: [...allowed] });
            return;
        }
        else if (typeof value === 'string')
            onString?.(value, walk);
        else if (typeof value === 'number')
            onNumber?.(value, walk);
        for (const check of onAny)
            check(value, walk);
    };
}

;// CONCATENATED MODULE: ./build/schema/schemas.js

/** Picks the tables of a mesh; those of Gateway API are read when the first of its kinds is asked for. */
function createSchemas(source, choice) {
    const channel = choice.channel ?? 'standard';
    const gatewayApi = choice.gatewayApi ?? gatewayApiOf(choice.istio, source.gatewayApiMinors());
    const istio = createKinds(source.load(choice.istio));
    let lazyGateway;
    const groups = new Set(source.load(choice.istio).kinds.map(kind => kind.group));
    const kindsOf = (group) => {
        if (!isGatewayApi(group))
            return istio;
        lazyGateway ??= createKinds(source.gatewayApi(gatewayApi));
        return lazyGateway;
    };
    return {
        istio: choice.istio,
        gatewayApi,
        gatewayApiAssumed: choice.gatewayApi === undefined,
        channel,
        source,
        kind(group, kind, version) {
            const found = kindsOf(group).get(`${group}/${kind}`) ?? [];
            const chosen = found.find(entry => (entry.facts.channel ?? channel) === channel);
            if (chosen !== undefined && (version === undefined || chosen.serves(version)))
                return chosen;
            return (found.find(entry => version === undefined || entry.serves(version)) ?? chosen ?? found[0]);
        },
        kindNames(group) {
            const names = new Set();
            for (const [entry] of kindsOf(group).values()) {
                if (entry?.facts.group === group)
                    names.add(entry.facts.kind);
            }
            return [...names].sort();
        },
        hasGroup: group => isGatewayApi(group) || groups.has(group) || REMOVED_GROUPS.has(group)
    };
}
/** Groups that Istio gave up before 1.18; their objects do nothing. */
const REMOVED_GROUPS = new Set([
    'authentication.istio.io',
    'config.istio.io',
    'rbac.istio.io'
]);
function isGatewayApi(group) {
    return group === 'gateway.networking.k8s.io' || group === 'gateway.networking.x-k8s.io';
}
function createKinds(table) {
    const checks = createChecks(table.nodes);
    const kinds = new Map();
    for (const facts of table.kinds) {
        const key = `${facts.group}/${facts.kind}`;
        const entries = kinds.get(key) ?? [];
        entries.push(createKind(table, facts, checks));
        kinds.set(key, entries);
    }
    return kinds;
}
function createKind(table, facts, checks) {
    const [first] = facts.versions;
    if (first === undefined) {
        throw new Error(`${table.project} ${table.minor}: ${facts.kind} has no version`);
    }
    const version = (name) => facts.versions.find(entry => entry.name === name);
    return {
        table,
        facts,
        checks,
        version,
        serves: name => (version(name)?.served ?? version(name) !== undefined) === true,
        storage: facts.versions.find(entry => entry.storage) ?? first
    };
}
/** Follows a path through the schema; `undefined` where the path leaves what the schema names. */
function nodeAt(nodes, root, path) {
    let node = nodes[root];
    for (const step of path) {
        const next = childOf(node, step);
        if (next === undefined)
            return undefined;
        node = nodes[next];
    }
    return node;
}
function childOf(node, step) {
    if (node === undefined)
        return undefined;
    if (typeof step === 'number')
        return node.items;
    if (node.properties && Object.hasOwn(node.properties, step))
        return node.properties[step];
    return typeof node.additionalProperties === 'number' ? node.additionalProperties : undefined;
}
/**
 * The bundle that an Istio minor was made for: 1.30 and 1.31 by their go.mod, 1.23 by its installation
 * page, the others by what was newest at their release. A cluster may run another one, so that what
 * follows from it is assumed, and a caller that knows better says so.
 */
const GATEWAY_API_OF = {
    '1.18': '0.6',
    '1.19': '0.8',
    '1.20': '1.0',
    '1.21': '1.0',
    '1.22': '1.1',
    '1.23': '1.1',
    '1.24': '1.2',
    '1.25': '1.2',
    '1.26': '1.3',
    '1.27': '1.3',
    '1.28': '1.4',
    '1.29': '1.4',
    '1.30': '1.5',
    '1.31': '1.6'
};
function gatewayApiOf(istio, served) {
    const minor = GATEWAY_API_OF[istio] ?? served.at(-1);
    if (minor === undefined)
        throw new Error('the schema source holds no Gateway API bundle');
    return minor;
}

;// CONCATENATED MODULE: ./build/schema/below.js
/** Answers, for one property of nodes, whether a node or anything below it on the structural spine has it. */
function below(has) {
    const known = new WeakMap();
    return (checks, index) => {
        let marks = known.get(checks);
        if (marks === undefined) {
            marks = markNodes(checks.nodes, has);
            known.set(checks, marks);
        }
        return marks[index] === 1;
    };
}
/** Children stand before their parents, so one pass will do. */
function markNodes(nodes, has) {
    const marks = new Uint8Array(nodes.length);
    for (const [index, node] of nodes.entries()) {
        if (has(node) || childrenOf(node).some(child => marks[child] === 1))
            marks[index] = 1;
    }
    return marks;
}
function childrenOf({ properties, items, additionalProperties }) {
    const children = Object.values(properties ?? {});
    if (items !== undefined)
        children.push(items);
    if (typeof additionalProperties === 'number')
        children.push(additionalProperties);
    return children;
}

;// CONCATENATED MODULE: ./build/schema/coerce.js


/**
 * What the API server makes of an object before it validates it: a null that is not nullable is dropped,
 * defaults are set (apiextensions-apiserver pkg/apiserver/schema/defaulting). Unknown fields stay, for the
 * checks to report. The same value comes back where nothing changes.
 */
function coerce(table, index, value) {
    if (value === null || typeof value !== 'object')
        return value;
    const node = nodeOf(table.nodes, index);
    return (0,manifest_map/* isMap */.jh)(value)
        ? coerceMap(table, node, value)
        : coerceList(table, node, value);
}
function coerceMap(table, node, map) {
    const properties = node.properties ?? {};
    let copy;
    for (const key of Object.keys(map)) {
        const value = map[key];
        const child = Object.hasOwn(properties, key) ? properties[key] : node.additionalProperties;
        if (typeof child !== 'number')
            continue;
        if (value === null && dropsNull(table, child)) {
            copy ??= copyOf(map);
            delete copy[key];
            continue;
        }
        const next = coerce(table, child, value);
        if (next === value)
            continue;
        copy ??= copyOf(map);
        copy[key] = next;
    }
    return withDefaults(table, properties, copy ?? map);
}
function withDefaults(table, properties, map) {
    let copy;
    for (const key of defaulted(table, properties)) {
        if (Object.hasOwn(map, key))
            continue;
        const child = properties[key];
        const value = nodeOf(table.nodes, child).default;
        if (value === undefined)
            continue;
        copy ??= copyOf(map);
        copy[key] = coerce(table, child, nullFree(value));
    }
    return copy ?? map;
}
const defaultedKeys = new WeakMap();
function defaulted(table, properties) {
    let keys = defaultedKeys.get(properties);
    if (keys === undefined) {
        keys = Object.keys(properties).filter(key => nodeOf(table.nodes, properties[key]).default !== undefined);
        defaultedKeys.set(properties, keys);
    }
    return keys;
}
function coerceList(table, node, list) {
    const { items } = node;
    if (items === undefined)
        return list;
    let copy;
    for (let index = 0; index < list.length; index++) {
        const value = list[index];
        const fallback = value === null ? nodeOf(table.nodes, items) : undefined;
        const next = fallback?.default !== undefined && fallback.nullable !== true
            ? nullFree(fallback.default)
            : coerce(table, items, value);
        if (next === value)
            continue;
        copy ??= [...list];
        copy[index] = next;
    }
    return copy ?? list;
}
function dropsNull(table, index) {
    return nodeOf(table.nodes, index).nullable !== true;
}
function copyOf(map) {
    const copy = (0,manifest_map/* emptyMap */.MZ)();
    for (const key of Object.keys(map))
        copy[key] = map[key];
    return copy;
}
/** Tables come from JSON.parse: their maps get the prototype that manifests have. */
function nullFree(value) {
    if (Array.isArray(value))
        return value.map(nullFree);
    if (!(0,manifest_map/* isMap */.jh)(value))
        return value;
    const copy = (0,manifest_map/* emptyMap */.MZ)();
    for (const key of Object.keys(value))
        copy[key] = nullFree(value[key]);
    return copy;
}

;// CONCATENATED MODULE: ./build/schema/nearest.js
/**
 * The known word that a misspelt one most likely means, or nothing: the same letters in another case or
 * with other separators first, else the fewest insertions, deletions, changes and swaps of neighbours, at
 * most a third of the word. Ties go to the first in the alphabet.
 */
function nearest(word, known) {
    const bare = strip(word);
    let best;
    let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
    for (const candidate of [...known].sort()) {
        if (strip(candidate) === bare)
            return candidate;
        if (Math.abs(candidate.length - word.length) >= bestDistance)
            continue;
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
/** `jwks_uri`, `JWKS-URI` and `jwksUri` are one word. */
function strip(word) {
    return word.replace(/[-_.\s]/g, '').toLowerCase();
}
/** Optimal string alignment. Long words are cut: they are near nothing. */
function editDistance(first, second) {
    const a = first.slice(0, 64);
    const b = second.slice(0, 64);
    let beforePrevious = [];
    let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row++) {
        const current = [row];
        for (let column = 1; column <= b.length; column++) {
            const same = a[row - 1] === b[column - 1];
            let cost = Math.min(at(previous, column) + 1, at(current, column - 1) + 1, at(previous, column - 1) + (same ? 0 : 1));
            if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
                cost = Math.min(cost, at(beforePrevious, column - 2) + 1);
            }
            current.push(cost);
        }
        beforePrevious = previous;
        previous = current;
    }
    return at(previous, b.length);
}
function at(row, column) {
    return row[column] ?? Number.POSITIVE_INFINITY;
}

;// CONCATENATED MODULE: ./build/schema/path.js
/** `spec.http[0].route[1].weight`, as istioctl and kubectl write it. */
function describePath(path) {
    return join(path, step => `[${step}]`);
}
/** The same without positions, so that it survives moved items: `spec.http[].route[].weight`. */
function fieldOf(path) {
    return join(path, () => '[]');
}
function join(path, index) {
    let text = '';
    for (const step of path) {
        if (typeof step === 'number')
            text += index(step);
        else if (!/^[\w-]+$/.test(step))
            text += `[${JSON.stringify(step)}]`;
        else
            text += text === '' ? step : `.${step}`;
    }
    return text === '' ? 'the object' : text;
}

;// CONCATENATED MODULE: ./build/schema/metadata.js




/** metav1.ObjectMeta (k8s.io/apimachinery pkg/apis/meta/v1/types.go). */
const FIELDS = new Set([
    'annotations',
    'creationTimestamp',
    'deletionGracePeriodSeconds',
    'deletionTimestamp',
    'finalizers',
    'generateName',
    'generation',
    'labels',
    'managedFields',
    'name',
    'namespace',
    'ownerReferences',
    'resourceVersion',
    'selfLink',
    'uid'
]);
const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const QUALIFIED = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
/** apimachinery pkg/api/validation/objectmeta.go: all keys and values together. */
const ANNOTATION_BYTES = 256 * 1024;
const SUBDOMAIN_WORDS = 'a DNS subdomain: lower-case letters, digits, - and ., at most 253 characters, a letter or digit at both ends of each part';
const LABEL_WORDS = 'a DNS label: lower-case letters, digits and -, at most 63 characters, a letter or digit at both ends';
const VALUE_WORDS = 'a label value: letters, digits, -, _ and ., at most 63 characters, a letter or digit at both ends';
const KEY_WORDS = 'a name of letters, digits, -, _ and ., at most 63 characters, with an optional DNS subdomain and a slash before it';
/**
 * What the API server asks of every object's metadata (apimachinery pkg/api/validation/objectmeta.go), as
 * far as it is the same for all kinds and the reader has not said it already: the reader reports a missing
 * name and values that are no strings. `customResource`: the name is a DNS subdomain, as of every CRD.
 */
function validateMetadata(manifest, customResource) {
    const { metadata } = manifest.object;
    if (metadata === undefined || !(0,manifest_map/* isMap */.jh)(metadata))
        return [];
    const { name, namespace } = metadata;
    const faults = [...unknownFields(Object.keys(metadata))];
    if (customResource && typeof name === 'string' && !isSubdomain(name)) {
        faults.push(invalid(['metadata', 'name'], name, SUBDOMAIN_WORDS));
    }
    if (typeof namespace === 'string' && namespace !== '' && !isLabel(namespace)) {
        faults.push(invalid(['metadata', 'namespace'], namespace, LABEL_WORDS));
    }
    faults.push(...labelFaults(manifest.labels), ...annotationFaults(manifest.annotations));
    return faults.map(({ id, path, part, message, params }) => ({
        id: `schema/${id}`,
        sources: [],
        severity: 'error',
        certainty: 'certain',
        message,
        params,
        subject: manifest.ref,
        at: { manifest, path, part },
        related: []
    }));
}
function* unknownFields(fields) {
    for (const field of fields) {
        if (FIELDS.has(field))
            continue;
        const similar = nearest(field, FIELDS);
        const hint = similar === undefined ? '' : ` Did you mean ${JSON.stringify(similar)}?`;
        yield {
            id: 'unknown-field',
            path: ['metadata', field],
            part: 'key',
            message: `metadata has no field ${quote(field)}.${hint} The API server refuses it under strict validation (the default of kubectl) and drops it otherwise, so that it does nothing.`,
            params: { field: `metadata.${field}` }
        };
    }
}
function* labelFaults(labels) {
    for (const key of Object.keys(labels)) {
        const value = labels[key] ?? '';
        const path = ['metadata', 'labels', key];
        if (!isQualifiedName(key))
            yield invalidKey(path, key);
        if (value !== '' && (value.length > 63 || !QUALIFIED.test(value))) {
            yield invalid(path, value, VALUE_WORDS);
        }
    }
}
function* annotationFaults(annotations) {
    let size = 0;
    for (const key of Object.keys(annotations)) {
        // Their case does not matter.
        if (!isQualifiedName(key.toLowerCase()))
            yield invalidKey(['metadata', 'annotations', key], key);
        size += key.length + (annotations[key] ?? '').length;
    }
    // Bytes are at most three times as many as UTF-16 units: nothing to count in most objects.
    if (size * 3 <= ANNOTATION_BYTES)
        return;
    const bytes = new TextEncoder().encode(Object.entries(annotations).flat().join('')).length;
    if (bytes <= ANNOTATION_BYTES)
        return;
    yield {
        id: 'out-of-bounds',
        path: ['metadata', 'annotations'],
        part: 'key',
        message: `metadata.annotations take ${bytes} bytes, but may take at most ${ANNOTATION_BYTES}. Keep the text elsewhere.`,
        params: { field: 'metadata.annotations' }
    };
}
function isLabel(text) {
    return text.length <= 63 && LABEL.test(text);
}
function isSubdomain(text) {
    return text.length <= 253 && SUBDOMAIN.test(text);
}
function isQualifiedName(key) {
    const [first = '', second, ...more] = key.split('/');
    if (more.length > 0)
        return false;
    const name = second ?? first;
    if (name.length > 63 || !QUALIFIED.test(name))
        return false;
    return second === undefined || isSubdomain(first);
}
function invalid(path, value, expected) {
    return {
        id: 'invalid-format',
        path,
        part: 'value',
        message: `${describePath(path)} is ${describeValue(value)}, but must be ${expected}.`,
        params: { field: describePath(path), value: shorten(value, 200) }
    };
}
function invalidKey(path, key) {
    const map = describePath(path.slice(0, -1));
    return {
        id: 'invalid-format',
        path,
        part: 'key',
        message: `${map} has the key ${quote(key)}, but its keys must be ${KEY_WORDS}.`,
        params: { field: map, key: shorten(key, 200) }
    };
}

;// CONCATENATED MODULE: ./build/schema/history.js

function historyOf(schemas, group) {
    const { source } = schemas;
    const gateway = isGatewayApi(group);
    function minorsWhere(test) {
        return tablesOf(source, gateway)
            .filter(test)
            .map(table => table.minor);
    }
    return {
        product: gateway ? 'Gateway API' : 'Istio',
        minorsWithField: (kind, path) => minorsWhere(table => entries(table, group, kind, schemas).some(facts => has(table, facts, path))),
        minorsWithValue: (kind, path, value) => minorsWhere(table => entries(table, group, kind, schemas).some(facts => find(table, facts, path)?.enum?.includes(value) === true)),
        minorsWithKind: (kind, version) => minorsWhere(table => entries(table, group, kind, schemas).some(facts => serves(facts, version))),
        isExperimental(kind, path) {
            if (!gateway || schemas.channel === 'experimental')
                return false;
            const table = source.gatewayApi(schemas.gatewayApi);
            return table.kinds.some(facts => facts.group === group &&
                facts.kind === kind &&
                facts.channel === 'experimental' &&
                has(table, facts, path));
        }
    };
}
function tablesOf(source, gateway) {
    return gateway
        ? source.gatewayApiMinors().map(minor => source.gatewayApi(minor))
        : source.minors().map(minor => source.load(minor));
}
function entries(table, group, kind, schemas) {
    const found = table.kinds.filter(facts => facts.group === group && facts.kind === kind);
    const inChannel = found.filter(facts => facts.channel === undefined || facts.channel === schemas.channel);
    return inChannel.length > 0 ? inChannel : found;
}
function find(table, facts, path) {
    for (const version of facts.versions) {
        if (version.served === false)
            continue;
        const node = nodeAt(table.nodes, version.schema, path);
        if (node !== undefined)
            return node;
    }
    return undefined;
}
function has(table, facts, path) {
    return find(table, facts, path) !== undefined;
}
function serves(facts, version) {
    return facts.versions.some(entry => entry.served !== false && (version === undefined || entry.name === version));
}
/** `since 1.28`, `up to 1.24`, `in 1.20 to 1.24`: a run of minors as seen from the one in use. */
function describeMinors(minors, all) {
    const first = minors[0] ?? '';
    const last = minors.at(-1) ?? '';
    if (last === all.at(-1))
        return first === all[0] ? 'in other versions' : `since ${first}`;
    if (first === all[0])
        return `up to ${last}`;
    return first === last ? `in ${first}` : `in ${first} to ${last}`;
}

;// CONCATENATED MODULE: ./build/schema/version.js



/** A kind that the version in use does not have. */
function unknownKind(manifest, schemas) {
    const { group, kind } = manifest.ref;
    const minors = historyOf(schemas, group).minorsWithKind(kind);
    const similar = nearest(kind, schemas.kindNames(group));
    const hint = minors.length > 0
        ? ` It exists ${describeMinors(minors, allMinors(schemas, group))}.`
        : similar === undefined
            ? ''
            : ` Did you mean ${similar}?`;
    return {
        ...draft('schema/unknown-kind', manifest, schemas, ['kind']),
        message: `${product(schemas, group)} has no kind ${kind} in group ${group}, so the API server refuses the object.${hint}`,
        params: { group, kind }
    };
}
/** What the version of a known kind has to say for itself. */
function versionFindings(manifest, kind, schemas) {
    if (!kind.serves(manifest.version))
        return [unknownVersion(manifest, kind, schemas)];
    const findings = [];
    if (kind.facts.channel !== undefined && kind.facts.channel !== schemas.channel) {
        findings.push(experimentalKind(manifest, schemas));
    }
    if (kind.version(manifest.version)?.deprecated) {
        findings.push(deprecatedVersion(manifest, kind, schemas));
    }
    return findings;
}
/** A version that is not served, or not any more. */
function unknownVersion(manifest, kind, schemas) {
    const { group } = manifest.ref;
    const { version } = manifest;
    const minors = historyOf(schemas, group).minorsWithKind(manifest.ref.kind, version);
    const served = kind.facts.versions
        .filter(entry => entry.served !== false)
        .map(entry => entry.name);
    const since = minors.length > 0 ? ` It is served ${describeMinors(minors, allMinors(schemas, group))}.` : '';
    return {
        ...draft('schema/unknown-version', manifest, schemas, ['apiVersion']),
        message: `${product(schemas, group)} does not serve ${manifest.ref.kind} as ${manifest.apiVersion}, so the API server refuses the object.${since} ` +
            `Use ${served.map(name => `${group}/${name}`).join(' or ')}.`,
        params: { apiVersion: manifest.apiVersion }
    };
}
function deprecatedVersion(manifest, kind, schemas) {
    const { group } = manifest.ref;
    const better = kind.facts.versions.filter(entry => entry.served !== false && entry.deprecated !== true);
    return {
        ...draft('schema/deprecated-version', manifest, schemas, ['apiVersion']),
        severity: 'warning',
        message: `${product(schemas, group)} marks ${manifest.apiVersion} of ${manifest.ref.kind} as deprecated; a later version no longer serves it.` +
            (better.length > 0
                ? ` Use ${better.map(entry => `${group}/${entry.name}`).join(' or ')}.`
                : ''),
        params: { apiVersion: manifest.apiVersion }
    };
}
/** Gateway API: what only the experimental channel installs. */
function experimentalKind(manifest, schemas) {
    const { group, kind } = manifest.ref;
    return {
        ...draft('schema/experimental-kind', manifest, schemas, ['kind']),
        severity: 'info',
        certainty: 'assumed',
        message: `Only the experimental channel of ${product(schemas, group)} serves ${kind} as ${manifest.apiVersion}. A cluster with the standard channel refuses it.`,
        params: { kind, apiVersion: manifest.apiVersion }
    };
}
/** The version to read a manifest by where its own is not served: every version of Istio's kinds has one schema. */
function fallbackVersion(kind) {
    return kind.table.project === 'istio' ? kind.storage : undefined;
}
function draft(id, manifest, schemas, path) {
    const assumed = isGatewayApi(manifest.ref.group) && schemas.gatewayApiAssumed;
    return {
        id,
        sources: [],
        severity: 'error',
        certainty: assumed ? 'assumed' : 'certain',
        subject: manifest.ref,
        at: { manifest, path, part: 'value' },
        related: []
    };
}
function product(schemas, group) {
    return isGatewayApi(group) ? `Gateway API ${schemas.gatewayApi}` : `Istio ${schemas.istio}`;
}
function allMinors({ source }, group) {
    return isGatewayApi(group) ? source.gatewayApiMinors() : source.minors();
}

;// CONCATENATED MODULE: ./build/schema/words.js





/** What the problem is, why it matters, what to do: a finding of the manifest. */
function findingOf(problem, context) {
    const words = wordsOf(problem, context);
    return {
        id: `schema/${problem.id}`,
        sources: [],
        severity: 'error',
        certainty: certaintyOf(context),
        subject: context.manifest.ref,
        at: locationOf(problem, context),
        related: [],
        ...words,
        message: words.message.replace(/^the /, 'The ')
    };
}
/** What is wrong with a map or list as a whole is said at its name. */
function locationOf(problem, context) {
    const whole = problem.id === 'missing-field' ||
        problem.id === 'no-alternative' ||
        (problem.id === 'out-of-bounds' && /^(?:items|entries)$/.test(problem.bound.unit));
    return whole ? placeOf(context, problem.path, []) : words_place(context, problem.path, problem.part);
}
/** Which Gateway API a cluster has is not in git unless the configuration says so. */
function certaintyOf({ kind, schemas }) {
    return kind.table.project === 'gateway-api' && schemas.gatewayApiAssumed ? 'assumed' : 'certain';
}
function wordsOf(problem, context) {
    switch (problem.id) {
        case 'unknown-field':
            return unknownField(problem, context);
        case 'wrong-type':
            return wrongType(problem);
        case 'missing-field':
            return missingField(problem, context);
        case 'invalid-value':
            return invalidValue(problem, context);
        case 'invalid-format':
            return invalidFormat(problem);
        case 'out-of-bounds':
            return outOfBounds(problem);
        case 'conflicting-fields':
            return conflictingFields(problem, context);
        case 'no-alternative':
            return noAlternative(problem);
        case 'duplicate-item':
            return duplicateItem(problem, context);
        case 'more-problems':
            return moreProblems(problem);
    }
}
function unknownField(problem, context) {
    const { manifest, schemas, kind } = context;
    const history = historyOf(schemas, manifest.ref.group);
    const experimental = history.isExperimental(manifest.ref.kind, problem.path);
    const parent = describePath(problem.path.slice(0, -1));
    const hint = experimental
        ? `Only the experimental channel of Gateway API ${kind.table.minor} has it.`
        : fieldHint(problem, context, history);
    return {
        message: `${parent} has no field ${quote(problem.field)} in ${productOf(context)}. ${hint} ` +
            'The API server refuses it under strict validation (the default of kubectl) and drops it otherwise, so that it does nothing.',
        params: { field: fieldOf(problem.path) },
        ...(experimental && { severity: 'warning', certainty: 'assumed' })
    };
}
function fieldHint(problem, context, history) {
    const { manifest, kind, version } = context;
    const minors = history.minorsWithField(manifest.ref.kind, problem.path);
    if (minors.length > 0) {
        return `It exists ${describeMinors(minors, words_allMinors(context))} of ${history.product}.`;
    }
    const similar = nearest(problem.field, problem.known);
    if (similar !== undefined)
        return `Did you mean ${quote(similar)}?`;
    for (let length = problem.path.length - 2; length >= 0; length--) {
        const path = problem.path.slice(0, length);
        const node = nodeAt(kind.table.nodes, version.schema, path);
        if (node?.properties && Object.hasOwn(node.properties, problem.field)) {
            return `It is a field of ${describePath(path)}: check the indentation.`;
        }
    }
    return problem.known.length > 0 && problem.known.length <= 12
        ? `Known fields: ${[...problem.known].sort().join(', ')}.`
        : 'Remove it, or check where it belongs.';
}
function wrongType({ path, expected, value }) {
    return {
        message: `${describePath(path)} must be ${expected}, but is ${describeValue(value)}.${typeHint(expected, value)}`,
        params: { field: fieldOf(path), expected }
    };
}
function typeHint(expected, value) {
    const scalar = value !== null && typeof value !== 'object';
    if (expected === 'a string' && scalar)
        return ` Quote it: ${quote(String(value))}.`;
    if (expected === 'a list' && value !== null && !Array.isArray(value)) {
        return ' Write it as a list, also where there is only one item.';
    }
    if (typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value))
        return ' Remove the quotes.';
    return '';
}
function missingField({ path, field }, context) {
    return {
        message: `${describePath(path)} has no ${quote(field)}, which ${context.manifest.ref.kind} requires in ${productOf(context)}.`,
        params: { field: fieldOf([...path, field]) }
    };
}
function invalidValue({ path, value, allowed }, context) {
    const { manifest, schemas } = context;
    const history = historyOf(schemas, manifest.ref.group);
    const minors = history.minorsWithValue(manifest.ref.kind, path, value);
    const names = allowed.map(String);
    const similar = typeof value === 'string' ? nearest(value, names) : undefined;
    const hint = minors.length > 0
        ? ` It exists ${describeMinors(minors, words_allMinors(context))} of ${history.product}.`
        : similar === undefined
            ? ''
            : ` Did you mean ${quote(similar)}?`;
    return {
        message: `${describePath(path)} is ${describeValue(value)}, which is not one of ${names.map(name => (name === '' ? '""' : name)).join(', ')}.${hint}`,
        params: { field: fieldOf(path), value: fact(value) }
    };
}
function invalidFormat({ path, value, expected }) {
    return {
        message: `${describePath(path)} is ${describeValue(value)}, but must be ${expected}.`,
        params: { field: fieldOf(path), value: fact(value) }
    };
}
function outOfBounds({ path, value, bound }) {
    const limit = `${bound.side} ${bound.limit}`;
    const message = bound.unit === ''
        ? `${describePath(path)} is ${String(value)}, but must be ${limit}.`
        : `${describePath(path)} has ${sizeOf(value)} ${bound.unit}, but must have ${limit}.`;
    return {
        message,
        params: { field: fieldOf(path), bound: boundText(bound), value: fact(value) }
    };
}
function sizeOf(value) {
    return typeof value === 'string' ? String([...value].length) : String(value);
}
function boundText(bound) {
    return [bound.side, bound.limit, bound.unit].join(' ').trim();
}
function conflictingFields(problem, context) {
    const { path, fields } = problem;
    const parent = path.slice(0, -1);
    const [first = ''] = fields;
    return {
        message: `${describePath(parent)} sets ${fields.join(' and ')}, of which only one may be set. Remove all but one.`,
        params: { field: fieldOf(parent), fields: [...fields].sort().join(', ') },
        related: [{ at: words_place(context, [...parent, first], 'key'), note: `${first} is set here` }]
    };
}
function noAlternative({ path, fields }) {
    const names = fields.join(', ');
    return {
        message: fields.length > 1
            ? `${describePath(path)} must be one of the forms that set ${names}.`
            : `${describePath(path)} has none of the forms that its schema allows.`,
        params: { field: fieldOf(path), fields: [...fields].sort().join(', ') }
    };
}
function moreProblems({ count }) {
    return {
        message: `the object breaks its schema in ${count} more places, which are not listed. Correct those that are.`,
        params: {}
    };
}
function duplicateItem(problem, context) {
    const { path, keys, value, first } = problem;
    const list = path.slice(0, -1);
    const what = keys.length > 0 ? `the same ${keys.join(' and ')}` : 'the same value';
    return {
        message: `${describePath(path)} has ${what} as ${describePath([...list, first])}, but items of ${describePath(list)} must differ in it.`,
        params: { field: fieldOf(path), value: fact(value) },
        related: [{ at: words_place(context, [...list, first], 'value'), note: 'the first one is here' }]
    };
}
function words_place(context, path, part) {
    return { manifest: context.manifest, path, part };
}
/** A value as a fact of a finding: enough of it to tell it from others. */
function fact(value) {
    return shorten(typeof value === 'object' ? JSON.stringify(value) : String(value), 200);
}
/** A map or list under a name is marked by its name, anything else by itself. */
function placeOf(context, path, value) {
    const named = typeof path.at(-1) === 'string' && value !== null && typeof value === 'object';
    return words_place(context, path, named ? 'key' : 'value');
}
/** `networking.istio.io/v1 (Istio 1.31)`. */
function productOf({ kind, manifest }) {
    const product = kind.table.project === 'istio' ? 'Istio' : 'Gateway API';
    return `${manifest.apiVersion} (${product} ${kind.table.minor})`;
}
function words_allMinors({ kind, schemas }) {
    const { source } = schemas;
    return kind.table.project === 'istio' ? source.minors() : source.gatewayApiMinors();
}

;// CONCATENATED MODULE: ./build/schema/validate.js





/**
 * What the API server says about a manifest by the CustomResourceDefinitions of the versions in use:
 * structural schema, unknown fields, lists with keys, metadata. Istiod's webhook is another judge
 * (`validation`); CEL rules are in `cel.ts`. Kinds that no table describes get their metadata checked.
 */
function validateSchema(manifest, schemas) {
    const { group, kind } = manifest.ref;
    const known = schemas.kind(group, kind, manifest.version);
    const findings = validateMetadata(manifest, known !== undefined);
    if (known === undefined) {
        if (schemas.hasGroup(group))
            findings.push(unknownKind(manifest, schemas));
        return findings;
    }
    findings.push(...versionFindings(manifest, known, schemas));
    const version = known.version(manifest.version) ?? fallbackVersion(known);
    if (version === undefined)
        return findings;
    const context = { manifest, schemas, kind: known, version };
    for (const problem of findProblems(manifest.object, known, version)) {
        findings.push(findingOf(problem, context));
    }
    return findings;
}
/** The problems of one object, in its own order. One a place: the first that was met. */
function findProblems(object, kind, version) {
    const raw = changesSilently(kind.checks, version.schema)
        ? coerceObject(object, kind, version)
        : object;
    const problems = record(raw, kind, version);
    if (problems.length === 0 || raw !== object)
        return problems;
    const coerced = coerceObject(object, kind, version);
    return coerced === object ? problems : record(coerced, kind, version);
}
/** The object as the API server validates it. Unknown fields are still there. */
function coerceObject(object, kind, version) {
    // A map stays a map.
    return coerce(kind.checks, version.schema, object);
}
/**
 * Whether the object has to be coerced before it is checked. Elsewhere a null that is dropped is at first a
 * value of the wrong type, so that only an object with problems is coerced and checked again.
 */
const changesSilently = below(node => node.default !== undefined || (node.type === undefined && !node.intOrString));
function record(object, kind, version) {
    const recorder = new Recorder();
    kind.checks.check(version.schema)(object, recorder);
    return recorder.all();
}
/** Problems kept of one object. More are as good as these: nobody reads them, and each has its price. */
const MOST = 200;
/** What every object has beside its schema; `metadata.ts` and the version say what is wrong with it. */
const OBJECT_FIELDS = new Set(['apiVersion', 'kind', 'metadata']);
class Recorder {
    path = [];
    problems = [];
    more = 0;
    places = new Set();
    report(fault, part = 'value', field) {
        if (this.path.length === 0 && field !== undefined && OBJECT_FIELDS.has(field))
            return;
        const path = field === undefined ? [...this.path] : [...this.path, field];
        const place = JSON.stringify([path, part, fault.id === 'missing-field' ? fault.field : '']);
        if (this.places.has(place))
            return;
        if (this.problems.length === MOST) {
            this.more += 1;
            return;
        }
        this.places.add(place);
        this.problems.push({ ...fault, path, part });
    }
    all() {
        if (this.more === 0)
            return this.problems;
        return [...this.problems, { id: 'more-problems', count: this.more, path: [], part: 'value' }];
    }
}

// EXTERNAL MODULE: ./build/dataplane/dataplane.js + 22 modules
var dataplane = __webpack_require__(3073);
// EXTERNAL MODULE: ./build/dataplane/proxies.js + 2 modules
var dataplane_proxies = __webpack_require__(2179);
;// CONCATENATED MODULE: ./build/review/dataplane-view.js



/** One side as analyzers see it; nothing is compiled before one asks. */
function dataplaneView(mesh) {
    const compiled = (0,dataplane/* dataplane */.T)(mesh);
    let proxies;
    return {
        get proxies() {
            proxies ??= mesh.side === 'base' ? (0,dataplane_proxies/* proxyClasses */.z)(mesh, null) : (0,dataplane_proxies/* proxyClasses */.z)(null, mesh);
            return proxies;
        },
        config: proxy => compiled.config(proxy),
        table(proxy, routeConfig) {
            const routes = compiled.config(proxy).routeConfigs.get(routeConfig);
            return routes === undefined ? undefined : (0,lower_routes/* lowerRoutes */.E)(routes, mesh);
        }
    };
}

// EXTERNAL MODULE: ./build/review/findings.js
var review_findings = __webpack_require__(5287);
;// CONCATENATED MODULE: ./build/review/side.js







/** What one side of a mesh is built from: the call goes before the mesh's configuration, that before the file's. */
function meshInput(files, side, manifests, input) {
    const { config } = input;
    const istio = input.istio ?? configuredIstio(files, config);
    const meshConfig = files.selection?.meshConfig ?? config.meshConfig;
    return {
        name: files.name,
        side,
        manifests,
        flags: { ...config.features, ...files.selection?.features, ...input.features },
        ...(istio !== undefined && { istio }),
        ...(meshConfig !== null && { meshConfig })
    };
}
function configuredIstio(files, config) {
    const written = files.selection?.istio ?? config.istio;
    if (written === null)
        return undefined;
    const minor = (0,version.minorOf)(written);
    if (minor === null) {
        throw new errors/* UserError */.y(`${config.file ?? 'The configuration'} names Istio ${written}, which is not known.`, `Name a minor from ${version.MINORS[0]} to ${version.MINORS.at(-1)}.`);
    }
    return { minor, why: `istio in ${config.file ?? 'the configuration'}` };
}
/** Everything wrong in one side of one mesh, in no particular order. */
function sideFindings({ mesh, manifests, findings, input, failures, schemaFindings }) {
    const found = [...findings];
    for (const manifest of manifests) {
        found.push(...failures.findings('The schema validation', [manifest], () => schemaFindings.of(manifest, mesh.version.minor)));
    }
    if (input.command !== 'validate') {
        const view = dataplaneView(mesh);
        for (const analyzer of analyzers) {
            if (analyzer.since !== undefined && isBefore(mesh.version.minor, analyzer.since))
                continue;
            found.push(...failures.findings(`Analyzer ${analyzer.id}`, manifests, () => analyzer.analyze(mesh, view)));
        }
    }
    return found.map(draft => (0,review_findings/* findingOf */.hD)(draft, mesh.name));
}
function schemaFindings(source) {
    const schemas = new Map();
    // Equal files are parsed once, so that equal objects are one object; a place also depends on the file.
    const known = new WeakMap();
    return {
        of(manifest, minor) {
            const key = `${minor} ${manifest.ref.namespace} ${manifest.file}`;
            const byFile = known.get(manifest.object) ?? new Map();
            known.set(manifest.object, byFile);
            const found = byFile.get(key);
            if (found !== undefined)
                return found;
            const chosen = schemas.get(minor) ?? createSchemas(source, { istio: minor });
            schemas.set(minor, chosen);
            const findings = validateSchema(manifest, chosen);
            byFile.set(key, findings);
            return findings;
        }
    };
}
function isBefore(minor, since) {
    return version.MINORS.indexOf(minor) < version.MINORS.indexOf(since);
}


/***/ })

};
