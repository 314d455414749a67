export const id = 272;
export const ids = [272];
export const modules = {

/***/ 47075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JR: () => (/* binding */ isCidr),
/* harmony export */   SC: () => (/* binding */ isIp),
/* harmony export */   eH: () => (/* binding */ isIpv4),
/* harmony export */   sV: () => (/* binding */ isIpv4InIpv6),
/* harmony export */   sX: () => (/* binding */ isIpv6)
/* harmony export */ });
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


/***/ }),

/***/ 12974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseUrl),
/* harmony export */   H: () => (/* binding */ parseRequestUri)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47075);

/**
 * Reads a URL as Go's url.ParseRequestURI does (net/url, as of Go 1.26): an absolute URL or an absolute
 * path. `null` where Go reports an error. The WHATWG parser of JavaScript accepts and repairs far more.
 */
function parseRequestUri(text) {
    return text === '' ? null : parse(text, true);
}
/** The same by Go's url.Parse: also a relative path, and a fragment. */
function parseUrl(text) {
    const hash = text.indexOf('#');
    if (hash >= 0 && !isEscaped(text.slice(hash + 1)))
        return null;
    return parse(hash < 0 ? text : text.slice(0, hash), false);
}
function parse(text, isRequest) {
    if (hasControl(text))
        return null;
    if (text === '*')
        return { scheme: '', host: '', hostname: '', port: '', path: '*' };
    const split = splitScheme(text);
    if (split === null)
        return null;
    const { scheme } = split;
    const rest = split.rest.split('?', 1)[0] ?? '';
    if (!rest.startsWith('/')) {
        // `mailto:x` is opaque. A relative path is no request, and no colon stands in its first part.
        if (scheme !== '')
            return { scheme, host: '', hostname: '', port: '', path: '' };
        return isRequest || rest.split('/', 1)[0]?.includes(':') ? null : withPath('', '', rest);
    }
    const mayHaveHost = scheme !== '' || (!isRequest && !rest.startsWith('///'));
    if (!mayHaveHost || !rest.startsWith('//'))
        return withPath(scheme, '', rest);
    const slash = rest.indexOf('/', 2);
    const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
    const at = authority.lastIndexOf('@');
    if (at >= 0 && !isUserinfo(authority.slice(0, at)))
        return null;
    const host = authority.slice(at + 1);
    return isHost(host, scheme) ? withPath(scheme, host, slash < 0 ? '' : rest.slice(slash)) : null;
}
function withPath(scheme, host, path) {
    if (!isEscaped(path))
        return null;
    const colon = host.startsWith('[') ? host.indexOf(':', host.indexOf(']')) : host.lastIndexOf(':');
    const name = colon < 0 ? host : host.slice(0, colon);
    return {
        scheme,
        host,
        hostname: name.startsWith('[') ? name.slice(1, -1) : name,
        port: colon < 0 ? '' : host.slice(colon + 1),
        path
    };
}
/** A scheme is letters, then letters, digits, + - and .; anything else before the colon means none. */
function splitScheme(text) {
    if (text.startsWith(':'))
        return null;
    const match = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text);
    const found = match?.[1];
    if (found === undefined)
        return { scheme: '', rest: text };
    return { scheme: found.toLowerCase(), rest: text.slice(found.length + 1) };
}
function isUserinfo(text) {
    return /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(text) && isEscaped(text);
}
function isHost(host, scheme) {
    if (host.startsWith('[') && host.lastIndexOf('[') === 0) {
        const end = host.lastIndexOf(']');
        if (end < 0 || !isPort(host.slice(end + 1)))
            return false;
        return isIpLiteral(host.slice(1, end));
    }
    if (host.includes('['))
        return false;
    // Several hosts may stand in a URL of a database; only web addresses are strict.
    const isWeb = scheme === 'http' || scheme === 'https';
    const colon = isWeb ? host.indexOf(':') : host.lastIndexOf(':');
    if (colon >= 0 && !isPort(host.slice(colon)))
        return false;
    return hasHostCharacters(host);
}
/** Between brackets: an IPv6 address, its zone after `%25`. */
function isIpLiteral(text) {
    const [address = '', zone] = text.split('%25');
    if (zone !== undefined && (zone === '' || !isEscaped(zone)))
        return false;
    return /^[0-9a-fA-F:.]+$/.test(address) && (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isIpv6 */ .sX)(address);
}
function isPort(text) {
    return text === '' || /^:\d*$/.test(text);
}
/** Escapes in a host may only stand for bytes beyond ASCII. */
function hasHostCharacters(host) {
    return /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"\u0080-\u{10FFFF}]|%[89A-Fa-f][0-9A-Fa-f])*$/u.test(host);
}
function isEscaped(text) {
    return !/%(?![0-9A-Fa-f]{2})/.test(text);
}
function hasControl(text) {
    for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        if (code < 0x20 || code === 0x7f)
            return true;
    }
    return false;
}


/***/ }),

/***/ 83766:
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

/***/ 10967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ below)
/* harmony export */ });
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


/***/ }),

/***/ 42251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ nodeOf)
/* harmony export */ });
function nodeOf(nodes, index) {
    const node = nodes[index];
    if (node === undefined)
        throw new Error(`schema node ${index} is missing: the table is broken`);
    return node;
}


/***/ }),

/***/ 51150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ describeMinors),
/* harmony export */   o: () => (/* binding */ historyOf)
/* harmony export */ });
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26710);

function historyOf(schemas, group) {
    const { source } = schemas;
    const gateway = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_0__/* .isGatewayApi */ .RT)(group);
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
        const node = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeAt */ .oB)(table.nodes, version.schema, path);
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


/***/ }),

/***/ 70388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
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


/***/ }),

/***/ 86779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ describePath),
/* harmony export */   _: () => (/* binding */ fieldOf)
/* harmony export */ });
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


/***/ }),

/***/ 26710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xn: () => (/* binding */ createSchemas),
  RT: () => (/* binding */ isGatewayApi),
  oB: () => (/* binding */ nodeAt)
});

// EXTERNAL MODULE: ./build/manifest/map.js
var map = __webpack_require__(83766);
// EXTERNAL MODULE: ./build/schema/check-table.js
var check_table = __webpack_require__(42251);
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
    const [first, ...rest] = branches.map(branch => (0,check_table/* nodeOf */.E)(table.nodes, branch));
    const none = first?.not === undefined ? undefined : (0,check_table/* nodeOf */.E)(table.nodes, first.not);
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
        const node = (0,check_table/* nodeOf */.E)(table.nodes, branch);
        for (const field of node.required ?? [])
            found.add(field);
        if (node.not === undefined)
            requiredBelow(table, [...(node.anyOf ?? []), ...(node.oneOf ?? [])], found);
    }
    return found;
}

// EXTERNAL MODULE: ./build/fingerprint.js
var fingerprint = __webpack_require__(34584);
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
// EXTERNAL MODULE: ./build/go/address.js
var address = __webpack_require__(47075);
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
    ipv6: { words: 'an IPv6 address', test: text => (0,address/* isIpv6 */.sX)(text) }
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
    return text.includes('.') && (0,address/* isIpv6 */.sX)(text);
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

// EXTERNAL MODULE: ./build/schema/type.js
var type = __webpack_require__(30360);
;// CONCATENATED MODULE: ./build/schema/checks.js








function createChecks(nodes) {
    const built = new Array(nodes.length);
    const table = {
        nodes,
        check(index) {
            const known = built[index];
            if (known !== undefined)
                return known;
            const check = checks_build(table, (0,check_table/* nodeOf */.E)(nodes, index));
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
        if (!(0,type/* accepts */.G3)(node, value)) {
            walk.report({ id: 'wrong-type', expected: (0,type/* describeType */.MF)(node), value });
            return;
        }
        if ((0,map/* isMap */.jh)(value))
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


/***/ }),

/***/ 30360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G3: () => (/* binding */ accepts),
/* harmony export */   MF: () => (/* binding */ describeType),
/* harmony export */   bp: () => (/* binding */ describeValue),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   ml: () => (/* binding */ shorten)
/* harmony export */ });
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


/***/ }),

/***/ 29167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bs: () => (/* binding */ coerceObject),
  o6: () => (/* binding */ findProblems),
  i6: () => (/* binding */ validateSchema)
});

// EXTERNAL MODULE: ./build/schema/below.js
var below = __webpack_require__(10967);
// EXTERNAL MODULE: ./build/manifest/map.js
var manifest_map = __webpack_require__(83766);
// EXTERNAL MODULE: ./build/schema/check-table.js
var check_table = __webpack_require__(42251);
;// CONCATENATED MODULE: ./build/schema/coerce.js


/**
 * What the API server makes of an object before it validates it: a null that is not nullable is dropped,
 * defaults are set (apiextensions-apiserver pkg/apiserver/schema/defaulting). Unknown fields stay, for the
 * checks to report. The same value comes back where nothing changes.
 */
function coerce(table, index, value) {
    if (value === null || typeof value !== 'object')
        return value;
    const node = (0,check_table/* nodeOf */.E)(table.nodes, index);
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
        const value = (0,check_table/* nodeOf */.E)(table.nodes, child).default;
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
        keys = Object.keys(properties).filter(key => (0,check_table/* nodeOf */.E)(table.nodes, properties[key]).default !== undefined);
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
        const fallback = value === null ? (0,check_table/* nodeOf */.E)(table.nodes, items) : undefined;
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
    return (0,check_table/* nodeOf */.E)(table.nodes, index).nullable !== true;
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

// EXTERNAL MODULE: ./build/schema/nearest.js
var nearest = __webpack_require__(70388);
// EXTERNAL MODULE: ./build/schema/path.js
var schema_path = __webpack_require__(86779);
// EXTERNAL MODULE: ./build/schema/type.js
var type = __webpack_require__(30360);
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
        const similar = (0,nearest/* nearest */.p)(field, FIELDS);
        const hint = similar === undefined ? '' : ` Did you mean ${JSON.stringify(similar)}?`;
        yield {
            id: 'unknown-field',
            path: ['metadata', field],
            part: 'key',
            message: `metadata has no field ${(0,type/* quote */.hD)(field)}.${hint} The API server refuses it under strict validation (the default of kubectl) and drops it otherwise, so that it does nothing.`,
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
        message: `${(0,schema_path/* describePath */.N)(path)} is ${(0,type/* describeValue */.bp)(value)}, but must be ${expected}.`,
        params: { field: (0,schema_path/* describePath */.N)(path), value: (0,type/* shorten */.ml)(value, 200) }
    };
}
function invalidKey(path, key) {
    const map = (0,schema_path/* describePath */.N)(path.slice(0, -1));
    return {
        id: 'invalid-format',
        path,
        part: 'key',
        message: `${map} has the key ${(0,type/* quote */.hD)(key)}, but its keys must be ${KEY_WORDS}.`,
        params: { field: map, key: (0,type/* shorten */.ml)(key, 200) }
    };
}

// EXTERNAL MODULE: ./build/schema/version.js
var schema_version = __webpack_require__(46846);
// EXTERNAL MODULE: ./build/schema/words.js
var words = __webpack_require__(16723);
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
            findings.push((0,schema_version/* unknownKind */.PI)(manifest, schemas));
        return findings;
    }
    findings.push(...(0,schema_version/* versionFindings */.Ny)(manifest, known, schemas));
    const version = known.version(manifest.version) ?? (0,schema_version/* fallbackVersion */.NK)(known);
    if (version === undefined)
        return findings;
    const context = { manifest, schemas, kind: known, version };
    for (const problem of findProblems(manifest.object, known, version)) {
        findings.push((0,words/* findingOf */.hD)(problem, context));
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
const changesSilently = (0,below/* below */.G)(node => node.default !== undefined || (node.type === undefined && !node.intOrString));
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


/***/ }),

/***/ 46846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NK: () => (/* binding */ fallbackVersion),
/* harmony export */   Ny: () => (/* binding */ versionFindings),
/* harmony export */   PI: () => (/* binding */ unknownKind)
/* harmony export */ });
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51150);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70388);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26710);



/** A kind that the version in use does not have. */
function unknownKind(manifest, schemas) {
    const { group, kind } = manifest.ref;
    const minors = (0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .historyOf */ .o)(schemas, group).minorsWithKind(kind);
    const similar = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(kind, schemas.kindNames(group));
    const hint = minors.length > 0
        ? ` It exists ${(0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .describeMinors */ .Q)(minors, allMinors(schemas, group))}.`
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
    const minors = (0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .historyOf */ .o)(schemas, group).minorsWithKind(manifest.ref.kind, version);
    const served = kind.facts.versions
        .filter(entry => entry.served !== false)
        .map(entry => entry.name);
    const since = minors.length > 0 ? ` It is served ${(0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .describeMinors */ .Q)(minors, allMinors(schemas, group))}.` : '';
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
    const assumed = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .isGatewayApi */ .RT)(manifest.ref.group) && schemas.gatewayApiAssumed;
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
    return (0,_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .isGatewayApi */ .RT)(group) ? `Gateway API ${schemas.gatewayApi}` : `Istio ${schemas.istio}`;
}
function allMinors({ source }, group) {
    return (0,_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .isGatewayApi */ .RT)(group) ? source.gatewayApiMinors() : source.minors();
}


/***/ }),

/***/ 16723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ productOf),
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   hD: () => (/* binding */ findingOf),
/* harmony export */   hh: () => (/* binding */ certaintyOf)
/* harmony export */ });
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51150);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70388);
/* harmony import */ var _path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86779);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26710);
/* harmony import */ var _type_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30360);





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
    return whole ? placeOf(context, problem.path, []) : place(context, problem.path, problem.part);
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
    const history = (0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .historyOf */ .o)(schemas, manifest.ref.group);
    const experimental = history.isExperimental(manifest.ref.kind, problem.path);
    const parent = (0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .describePath */ .N)(problem.path.slice(0, -1));
    const hint = experimental
        ? `Only the experimental channel of Gateway API ${kind.table.minor} has it.`
        : fieldHint(problem, context, history);
    return {
        message: `${parent} has no field ${(0,_type_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(problem.field)} in ${productOf(context)}. ${hint} ` +
            'The API server refuses it under strict validation (the default of kubectl) and drops it otherwise, so that it does nothing.',
        params: { field: (0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._)(problem.path) },
        ...(experimental && { severity: 'warning', certainty: 'assumed' })
    };
}
function fieldHint(problem, context, history) {
    const { manifest, kind, version } = context;
    const minors = history.minorsWithField(manifest.ref.kind, problem.path);
    if (minors.length > 0) {
        return `It exists ${(0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .describeMinors */ .Q)(minors, allMinors(context))} of ${history.product}.`;
    }
    const similar = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(problem.field, problem.known);
    if (similar !== undefined)
        return `Did you mean ${(0,_type_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(similar)}?`;
    for (let length = problem.path.length - 2; length >= 0; length--) {
        const path = problem.path.slice(0, length);
        const node = (0,_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeAt */ .oB)(kind.table.nodes, version.schema, path);
        if (node?.properties && Object.hasOwn(node.properties, problem.field)) {
            return `It is a field of ${(0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .describePath */ .N)(path)}: check the indentation.`;
        }
    }
    return problem.known.length > 0 && problem.known.length <= 12
        ? `Known fields: ${[...problem.known].sort().join(', ')}.`
        : 'Remove it, or check where it belongs.';
}
function wrongType({ path, expected, value }) {
    return {
        message: `${(0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .describePath */ .N)(path)} must be ${expected}, but is ${(0,_type_js__WEBPACK_IMPORTED_MODULE_2__/* .describeValue */ .bp)(value)}.${typeHint(expected, value)}`,
        params: { field: (0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._)(path), expected }
    };
}
function typeHint(expected, value) {
    const scalar = value !== null && typeof value !== 'object';
    if (expected === 'a string' && scalar)
        return ` Quote it: ${(0,_type_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(String(value))}.`;
    if (expected === 'a list' && value !== null && !Array.isArray(value)) {
        return ' Write it as a list, also where there is only one item.';
    }
    if (typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value))
        return ' Remove the quotes.';
    return '';
}
function missingField({ path, field }, context) {
    return {
        message: `${(0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .describePath */ .N)(path)} has no ${(0,_type_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(field)}, which ${context.manifest.ref.kind} requires in ${productOf(context)}.`,
        params: { field: (0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._)([...path, field]) }
    };
}
function invalidValue({ path, value, allowed }, context) {
    const { manifest, schemas } = context;
    const history = (0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .historyOf */ .o)(schemas, manifest.ref.group);
    const minors = history.minorsWithValue(manifest.ref.kind, path, value);
    const names = allowed.map(String);
    const similar = typeof value === 'string' ? (0,_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(value, names) : undefined;
    const hint = minors.length > 0
        ? ` It exists ${(0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .describeMinors */ .Q)(minors, allMinors(context))} of ${history.product}.`
        : similar === undefined
            ? ''
            : ` Did you mean ${(0,_type_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(similar)}?`;
    return {
        message: `${(0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .describePath */ .N)(path)} is ${(0,_type_js__WEBPACK_IMPORTED_MODULE_2__/* .describeValue */ .bp)(value)}, which is not one of ${names.map(name => (name === '' ? '""' : name)).join(', ')}.${hint}`,
        params: { field: (0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._)(path), value: fact(value) }
    };
}
function invalidFormat({ path, value, expected }) {
    return {
        message: `${(0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .describePath */ .N)(path)} is ${(0,_type_js__WEBPACK_IMPORTED_MODULE_2__/* .describeValue */ .bp)(value)}, but must be ${expected}.`,
        params: { field: (0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._)(path), value: fact(value) }
    };
}
function outOfBounds({ path, value, bound }) {
    const limit = `${bound.side} ${bound.limit}`;
    const message = bound.unit === ''
        ? `${(0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .describePath */ .N)(path)} is ${String(value)}, but must be ${limit}.`
        : `${(0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .describePath */ .N)(path)} has ${sizeOf(value)} ${bound.unit}, but must have ${limit}.`;
    return {
        message,
        params: { field: (0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._)(path), bound: boundText(bound), value: fact(value) }
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
        message: `${(0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .describePath */ .N)(parent)} sets ${fields.join(' and ')}, of which only one may be set. Remove all but one.`,
        params: { field: (0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._)(parent), fields: [...fields].sort().join(', ') },
        related: [{ at: place(context, [...parent, first], 'key'), note: `${first} is set here` }]
    };
}
function noAlternative({ path, fields }) {
    const names = fields.join(', ');
    return {
        message: fields.length > 1
            ? `${(0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .describePath */ .N)(path)} must be one of the forms that set ${names}.`
            : `${(0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .describePath */ .N)(path)} has none of the forms that its schema allows.`,
        params: { field: (0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._)(path), fields: [...fields].sort().join(', ') }
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
        message: `${(0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .describePath */ .N)(path)} has ${what} as ${(0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .describePath */ .N)([...list, first])}, but items of ${(0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .describePath */ .N)(list)} must differ in it.`,
        params: { field: (0,_path_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._)(path), value: fact(value) },
        related: [{ at: place(context, [...list, first], 'value'), note: 'the first one is here' }]
    };
}
function place(context, path, part) {
    return { manifest: context.manifest, path, part };
}
/** A value as a fact of a finding: enough of it to tell it from others. */
function fact(value) {
    return (0,_type_js__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(typeof value === 'object' ? JSON.stringify(value) : String(value), 200);
}
/** A map or list under a name is marked by its name, anything else by itself. */
function placeOf(context, path, value) {
    const named = typeof path.at(-1) === 'string' && value !== null && typeof value === 'object';
    return place(context, path, named ? 'key' : 'value');
}
/** `networking.istio.io/v1 (Istio 1.31)`. */
function productOf({ kind, manifest }) {
    const product = kind.table.project === 'istio' ? 'Istio' : 'Gateway API';
    return `${manifest.apiVersion} (${product} ${kind.table.minor})`;
}
function allMinors({ kind, schemas }) {
    const { source } = schemas;
    return kind.table.project === 'istio' ? source.minors() : source.gatewayApiMinors();
}


/***/ })

};
