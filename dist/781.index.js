export const id = 781;
export const ids = [781];
export const modules = {

/***/ 51633:
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

/***/ 82659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration)
/* harmony export */ });
const UNITS = {
    ns: 1n,
    us: 1000n,
    µs: 1000n,
    μs: 1000n,
    ms: 1000000n,
    s: 1000000000n,
    m: 60000000000n,
    h: 3600000000000n
};
const LIMIT = 1n << 63n;
/** Nanoseconds of a Go duration (`1m30s`, `.5s`, `-2h`); `null` where Go's time.ParseDuration reports an error. */
function parseDuration(text) {
    if (/^[-+]?0$/.test(text))
        return 0n;
    const written = /^([-+]?)((?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.exec(text);
    if (written === null)
        return null;
    let total = 0n;
    for (const part of (written[2] ?? '').matchAll(/(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g)) {
        const unit = UNITS[part[3] ?? ''] ?? 0n;
        total += BigInt(part[1] || '0') * unit + fraction(part[2] ?? '', unit);
        if (total > LIMIT)
            return null;
    }
    const negative = written[1] === '-';
    if (total === LIMIT && !negative)
        return null;
    return negative ? -total : total;
}
/** As Go computes it: with floats, and digits beyond an int64 cut off. */
function fraction(digits, unit) {
    let value = 0n;
    let scale = 1;
    for (const digit of digits) {
        const next = value * 10n + BigInt(digit);
        if (next >= LIMIT)
            break;
        value = next;
        scale *= 10;
    }
    return value === 0n ? 0n : BigInt(Math.trunc(Number(value) * (Number(unit) / scale)));
}


/***/ }),

/***/ 19085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ runExpressions)
});

// EXTERNAL MODULE: ./build/manifest/map.js
var map = __webpack_require__(83766);
// EXTERNAL MODULE: ./build/schema/below.js
var below = __webpack_require__(10967);
;// CONCATENATED MODULE: ./build/schema/cel-outcomes.js

/** Beyond this many, outcomes are worked out anew. */
const MOST = 50_000;
const known = new WeakMap();
/**
 * Remembers what a rule said of the parts of a value that it reads: a mesh has thousands of durations and
 * selectors and few different ones. Worked out anew where those parts are large.
 */
function remembered(checks, rule, footprint, value, work) {
    const text = footprintText(footprint, value);
    if (text === undefined)
        return work();
    let outcomes = known.get(checks);
    if (outcomes === undefined) {
        outcomes = new Map();
        known.set(checks, outcomes);
    }
    const key = `${rule} ${text}`;
    const before = outcomes.get(key);
    if (before !== undefined)
        return before;
    const outcome = work();
    if (outcomes.size < MOST)
        outcomes.set(key, outcome);
    return outcome;
}
function footprintText({ whole, tested, read }, value) {
    if (whole)
        return textOf(value);
    if (!(0,map/* isMap */.jh)(value))
        return undefined;
    let text = '';
    for (const field of tested) {
        text += Object.hasOwn(value, field) ? (value[field] === null ? 'n' : '+') : '-';
    }
    for (const field of read) {
        const part = Object.hasOwn(value, field) ? textOf(value[field] ?? null) : '-';
        if (part === undefined)
            return undefined;
        text += `,${part}`;
    }
    return text;
}
/** Scalars, and small lists and maps of scalars. */
function textOf(value) {
    if (value === null || typeof value !== 'object') {
        return typeof value === 'string' && value.length > 200 ? undefined : JSON.stringify(value);
    }
    const parts = (0,map/* isMap */.jh)(value) ? Object.values(value) : value;
    if (parts.length > 8)
        return undefined;
    for (const part of parts) {
        if (part !== null && (typeof part === 'object' || String(part).length > 100))
            return undefined;
    }
    return JSON.stringify(value);
}

// EXTERNAL MODULE: ./build/schema/check-table.js
var check_table = __webpack_require__(42251);
;// CONCATENATED MODULE: ./build/schema/cel-value.js


/**
 * JSON as CEL sees it through a schema (k8s.io/apiserver pkg/cel/common): integers are ints and numbers
 * doubles, fields have escaped names, what the schema does not name or does not type is not there.
 */
class CelValues {
    table;
    known = new WeakMap();
    constructor(table) {
        this.table = table;
    }
    /** The value has passed the structural checks. */
    of(index, value) {
        if (value === null || typeof value === 'boolean')
            return value;
        const node = (0,check_table/* nodeOf */.E)(this.table.nodes, index);
        if (typeof value === 'number') {
            return node.type === 'number' || !Number.isInteger(value) ? value : BigInt(value);
        }
        if (typeof value === 'string')
            return node.format === 'byte' ? decodeBase64(value) : value;
        let made = this.known.get(value);
        if (made === undefined) {
            made = (0,map/* isMap */.jh)(value) ? this.map(node, value) : this.list(node, value);
            this.known.set(value, made);
        }
        return made;
    }
    list({ items }, list) {
        return items === undefined ? [] : list.map(item => this.of(items, item));
    }
    map(node, map) {
        const made = new Map();
        for (const key of Object.keys(map)) {
            const value = map[key];
            if (typeof node.additionalProperties === 'number') {
                made.set(key, this.of(node.additionalProperties, value));
                continue;
            }
            const child = node.properties && Object.hasOwn(node.properties, key) ? node.properties[key] : undefined;
            const name = escapeName(key);
            if (child === undefined || name === undefined || !this.isTyped(child))
                continue;
            made.set(name, this.of(child, value));
        }
        return made;
    }
    /** Fields without a type are left out of CEL. */
    isTyped(index) {
        const node = (0,check_table/* nodeOf */.E)(this.table.nodes, index);
        return node.type !== undefined || node.intOrString === true;
    }
}
const RESERVED = new Set('true false null in as break const continue else for function if import let loop package namespace return var void while'.split(' '));
/** k8s.io/apiserver pkg/cel/escaping.go; `undefined` for a name that no expression can hold. */
function escapeName(name) {
    if (!/^[A-Za-z_./-][\w./-]*$/.test(name))
        return undefined;
    if (RESERVED.has(name))
        return `__${name}__`;
    return name.replace(/__|[-./]/g, part => ESCAPES[part] ?? part);
}
const ESCAPES = {
    __: '__underscores__',
    '.': '__dot__',
    '-': '__dash__',
    '/': '__slash__'
};
function decodeBase64(text) {
    return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}

// EXTERNAL MODULE: ./build/finding.js
var finding = __webpack_require__(51633);
// EXTERNAL MODULE: ./build/schema/path.js
var schema_path = __webpack_require__(86779);
// EXTERNAL MODULE: ./build/schema/type.js
var type = __webpack_require__(30360);
// EXTERNAL MODULE: ./build/schema/words.js
var words = __webpack_require__(16723);
;// CONCATENATED MODULE: ./build/schema/cel-words.js




/** A validation rule of the CRD that does not hold. `message` is the rule's own. */
function failedExpression(context, path, value, message) {
    const scalar = value === null || typeof value !== 'object';
    const what = scalar
        ? `${(0,schema_path/* describePath */.N)(path)} is ${(0,type/* describeValue */.bp)(value)}, which`
        : (0,schema_path/* describePath */.N)(path);
    return {
        id: 'schema/failed-expression',
        sources: [],
        severity: 'error',
        certainty: (0,words/* certaintyOf */.hh)(context),
        message: `${what} breaks a validation rule of ${(0,words/* productOf */.$7)(context)}: ${message}`.replace(/^the /, 'The '),
        params: { field: (0,schema_path/* fieldOf */._)(path), rule: message },
        subject: context.manifest.ref,
        at: (0,words/* placeOf */.$t)(context, path, value),
        related: []
    };
}
/** A validation rule that was not run: what it says is open. */
function unknownExpression(context, path, value, rule, cause) {
    const { ref } = context.manifest;
    return {
        reason: cause.reason,
        message: `The validation rule of ${(0,words/* productOf */.$7)(context)} on ${(0,schema_path/* describePath */.N)(path)} of ${(0,finding/* describeRef */.R)(ref)} was not run, since ${cause.message}: ${rule}`,
        subject: ref,
        at: (0,words/* placeOf */.$t)(context, path, value)
    };
}

// EXTERNAL MODULE: ./build/fingerprint.js
var fingerprint = __webpack_require__(34584);
;// CONCATENATED MODULE: ./build/schema/correlate.js


/**
 * Which item of the old list is the same thing as an item of the new one. Only lists with keys say so
 * (apiextensions-apiserver pkg/apiserver/schema/cel/maplist.go).
 */
function correlate(node, old) {
    const keys = node.listMapKeys;
    if (node.listType !== 'map' || keys === undefined || !Array.isArray(old))
        return () => undefined;
    const known = new Map();
    for (const item of old) {
        const identity = identityOf(item, keys);
        if (identity !== undefined && !known.has(identity))
            known.set(identity, item);
    }
    return item => {
        const identity = identityOf(item, keys);
        return identity === undefined ? undefined : known.get(identity);
    };
}
function identityOf(item, keys) {
    if (!(0,map/* isMap */.jh)(item))
        return undefined;
    return (0,fingerprint/* canonical */.$)(keys.map(key => (Object.hasOwn(item, key) ? [item[key]] : [])));
}

// EXTERNAL MODULE: ./build/schema/validate.js + 2 modules
var validate = __webpack_require__(29167);
// EXTERNAL MODULE: ./build/schema/version.js
var schema_version = __webpack_require__(46846);
;// CONCATENATED MODULE: ./build/schema/expressions.js









const hasExpressions = (0,below/* below */.G)(node => node.validations !== undefined);
/** Steps of comprehensions: per rule and per object. The API server's own limits are of this order. */
const STEPS_PER_RULE = 1_000_000;
const STEPS_PER_OBJECT = 3_000_000;
/**
 * Runs the rules as the API server does on create, or on update where `base` is the same object on the
 * other side: then rules about `oldSelf` run as well. Rules on a part that is structurally broken are left
 * out; its own findings stand.
 */
function runExpressions(manifest, schemas, base, compile) {
    const { group, kind } = manifest.ref;
    const known = schemas.kind(group, kind, manifest.version);
    const version = known?.version(manifest.version) ?? (known && (0,schema_version/* fallbackVersion */.NK)(known));
    if (known === undefined || version === undefined)
        return { findings: [], unknown: [] };
    const run = new Run({ manifest, schemas, kind: known, version }, compile);
    run.start(manifest.object, base?.object);
    return { findings: run.findings, unknown: run.unknown };
}
class Run {
    findings = [];
    unknown = [];
    context;
    compile;
    values;
    path = [];
    blocked = new Set();
    steps = 0;
    constructor(context, compile) {
        this.context = context;
        this.compile = compile;
        this.values = new CelValues(context.kind.checks);
    }
    start(object, old) {
        const { kind, version } = this.context;
        if (!hasExpressions(kind.checks, version.schema))
            return;
        const problems = (0,validate/* findProblems */.o6)(object, kind, version);
        if (problems.some(({ id }) => id === 'more-problems'))
            return;
        this.blocked = blockedPlaces(problems);
        const body = (0,validate/* coerceObject */.bs)(object, kind, version);
        this.visit(version.schema, body, old && (0,validate/* coerceObject */.bs)(old, kind, version));
    }
    visit(index, value, old) {
        if (value === null || !hasExpressions(this.context.kind.checks, index))
            return;
        const { nodes } = this.context.kind.checks;
        const node = (0,check_table/* nodeOf */.E)(nodes, index);
        if (node.validations && !this.isBlocked()) {
            for (const rule of node.validations)
                this.check(rule, index, value, old);
        }
        if ((0,map/* isMap */.jh)(value)) {
            for (const key of Object.keys(value)) {
                const named = node.properties && Object.hasOwn(node.properties, key);
                const child = named ? node.properties?.[key] : node.additionalProperties;
                if (typeof child !== 'number')
                    continue;
                this.into(key, child, value[key], (0,map/* isMap */.jh)(old) ? ownValue(old, key) : undefined);
            }
        }
        else if (Array.isArray(value) && node.items !== undefined) {
            const counterpart = correlate(node, old);
            for (const [position, item] of value.entries()) {
                this.into(position, node.items, item, counterpart(item));
            }
        }
    }
    isBlocked() {
        return this.blocked.size > 0 && this.blocked.has(JSON.stringify(this.path));
    }
    into(step, index, value, old) {
        this.path.push(step);
        this.visit(index, value, old);
        this.path.pop();
    }
    check(rule, index, value, old) {
        const program = this.compile(rule.rule);
        if (rule.optionalOldSelf && program.usesOldSelf) {
            this.addUnknown(rule, value, 'internal', 'it takes oldSelf as an optional');
            return;
        }
        // A rule about a change says nothing about a new object.
        if (program.usesOldSelf && (old === undefined || old === null))
            return;
        const steps = program.nesting === 0 ? 1 : largest(value) ** program.nesting;
        this.steps += steps;
        if (steps > STEPS_PER_RULE || this.steps > STEPS_PER_OBJECT) {
            this.addUnknown(rule, value, 'budget', `it would take about ${steps} steps`);
            return;
        }
        const work = () => this.run(program, index, value, old);
        const { checks } = this.context.kind;
        const outcome = program.usesOldSelf
            ? work()
            : remembered(checks, `${index} ${rule.rule}`, program.footprint, value, work);
        this.judge(rule, index, value, outcome);
    }
    run(program, index, value, old) {
        const self = this.selfOf(index, value);
        return program.run(self, program.usesOldSelf ? this.values.of(index, old ?? null) : undefined);
    }
    /** The root also has the type and the name of the object. */
    selfOf(index, value) {
        const self = this.values.of(index, value);
        if (this.path.length > 0 || !(self instanceof Map))
            return self;
        const { apiVersion, object, ref } = this.context.manifest;
        const metadata = new Map();
        for (const field of ['name', 'generateName']) {
            const text = (0,map/* isMap */.jh)(object.metadata) ? ownValue(object.metadata, field) : undefined;
            if (typeof text === 'string')
                metadata.set(field, text);
        }
        return new Map([
            ...self,
            ['apiVersion', apiVersion],
            ['kind', ref.kind],
            ['metadata', metadata]
        ]);
    }
    judge(rule, index, value, outcome) {
        if (outcome.kind === 'unknown') {
            this.addUnknown(rule, value, 'internal', outcome.message);
        }
        else if (outcome.kind === 'error' || outcome.value !== true) {
            const path = [...this.path, ...fieldPathOf(rule)];
            const message = this.messageOf(rule, index, value);
            this.findings.push(failedExpression(this.context, path, value, message));
        }
    }
    messageOf(rule, index, value) {
        if (rule.messageExpression !== undefined) {
            const outcome = this.run(this.compile(rule.messageExpression), index, value, undefined);
            if (outcome.kind === 'value' &&
                typeof outcome.value === 'string' &&
                outcome.value.trim() !== '') {
                return outcome.value.trim();
            }
        }
        return rule.message?.trim() ?? `${rule.rule} does not hold`;
    }
    addUnknown(rule, value, reason, message) {
        const words = rule.message ?? rule.rule;
        const cause = { reason, message };
        this.unknown.push(unknownExpression(this.context, [...this.path], value, words, cause));
    }
}
/** The places whose rules are not run: those that hold what keeps the API server from running any. */
function blockedPlaces(problems) {
    const places = new Set();
    for (const problem of problems) {
        if (!isBlocking(problem))
            continue;
        for (let length = 0; length <= problem.path.length; length++) {
            places.add(JSON.stringify(problem.path.slice(0, length)));
        }
    }
    return places;
}
/** apiextensions-apiserver pkg/registry/customresource/strategy.go: hasBlockingErr. */
function isBlocking(problem) {
    switch (problem.id) {
        case 'wrong-type':
        case 'missing-field':
        case 'invalid-value':
            return true;
        case 'out-of-bounds':
            return problem.bound.side === 'at most' && problem.bound.unit !== '';
        default:
            return false;
    }
}
/** The longest list or map in a value: what a comprehension over part of it may range over. */
function largest(value) {
    if (value === null || typeof value !== 'object')
        return 1;
    const parts = (0,map/* isMap */.jh)(value) ? Object.values(value) : value;
    let most = Math.max(1, parts.length);
    for (const part of parts)
        most = Math.max(most, largest(part));
    return most;
}
function ownValue(map, key) {
    return Object.hasOwn(map, key) ? map[key] : undefined;
}
/** `.spec.name` of a rule; a path with brackets is left at the rule's own place. */
function fieldPathOf({ fieldPath }) {
    if (fieldPath === undefined || !/^(?:\.[\w-]+)+$/.test(fieldPath))
        return [];
    return fieldPath.slice(1).split('.');
}


/***/ }),

/***/ 99781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validatePlainExpressions: () => (/* binding */ validatePlainExpressions)
});

// EXTERNAL MODULE: ./build/schema/expressions.js + 4 modules
var expressions = __webpack_require__(19085);
// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
// EXTERNAL MODULE: ./build/go/duration.js
var duration = __webpack_require__(82659);
// EXTERNAL MODULE: ./build/go/url.js
var go_url = __webpack_require__(12974);
;// CONCATENATED MODULE: ./build/schema/plain-values.js



/** An error that CEL itself defines: the API server refuses the object. */
class RuleError extends Error {
}
/** Types that no rule which passed the API server's type check can bring together. */
class Unmatched extends Error {
}
/** A duration, which no string is. */
class Nanoseconds {
    count;
    constructor(count) {
        this.count = count;
    }
}
/** Methods of strings, lists and maps that rules of Istio use. */
const METHODS = {
    contains: (target, [part]) => plain_values_text(target).includes(plain_values_text(part)),
    startsWith: (target, [part]) => plain_values_text(target).startsWith(plain_values_text(part)),
    endsWith: (target, [part]) => plain_values_text(target).endsWith(plain_values_text(part)),
    matches: (target, [pattern]) => patternOf(plain_values_text(pattern)).matcher(plain_values_text(target)).find(),
    size: target => size(target),
    substring: (target, [from, to]) => substring(plain_values_text(target), integer(from), integer(to)),
    getScheme: target => urlOf(plain_values_text(target)).scheme
};
/** Functions. A URL is carried as its text. */
const FUNCTIONS = {
    size: ([value]) => size(value),
    int: ([value]) => plain_values_int(value),
    duration: ([value]) => durationOf(plain_values_text(value)),
    isURL: ([value]) => (0,go_url/* parseRequestUri */.H)(plain_values_text(value)) !== null,
    url: ([value]) => {
        urlOf(plain_values_text(value));
        return plain_values_text(value);
    }
};
function plain_values_text(value) {
    if (typeof value !== 'string')
        throw new Unmatched('no matching overload: a text is needed');
    return value;
}
function bool(value) {
    if (typeof value !== 'boolean')
        throw new Unmatched('no matching overload: a bool is needed');
    return value;
}
function fieldOf(value, field) {
    if (!(value instanceof Map))
        throw new Unmatched(`no matching overload: .${field}`);
    const found = value.get(field);
    if (found === undefined)
        throw new RuleError(`no such key: ${field}`);
    return found;
}
function hasField(value, field) {
    if (!(value instanceof Map))
        throw new Unmatched(`no matching overload: has .${field}`);
    return value.has(field);
}
/** What a comprehension ranges over: the entries of a list, the keys of a map. */
function range(value) {
    if (Array.isArray(value))
        return value;
    if (value instanceof Map)
        return [...value.keys()];
    throw new Unmatched('no matching overload: a list or a map is needed');
}
function isEqual(a, b) {
    if (isNumber(a) && isNumber(b))
        return Number(a) === Number(b);
    if (a instanceof Nanoseconds && b instanceof Nanoseconds)
        return a.count === b.count;
    if (Array.isArray(a) && Array.isArray(b)) {
        return a.length === b.length && a.every((entry, index) => isEqual(entry, b[index] ?? null));
    }
    if (a instanceof Map && b instanceof Map) {
        if (a.size !== b.size)
            return false;
        for (const [key, value] of a) {
            if (!b.has(key) || !isEqual(value, b.get(key) ?? null))
                return false;
        }
        return true;
    }
    return a === b;
}
function order(a, b) {
    if (isNumber(a) && isNumber(b))
        return a < b ? -1 : a > b ? 1 : 0;
    if (a instanceof Nanoseconds && b instanceof Nanoseconds) {
        return a.count < b.count ? -1 : a.count > b.count ? 1 : 0;
    }
    throw new Unmatched('no matching overload: not of one order');
}
function sum(a, b) {
    if (typeof a === 'bigint' && typeof b === 'bigint')
        return a + b;
    if (typeof a === 'string' && typeof b === 'string')
        return a + b;
    throw new Unmatched('no matching overload: +');
}
function isNumber(value) {
    return typeof value === 'number' || typeof value === 'bigint';
}
function size(value) {
    if (typeof value === 'string')
        return BigInt([...value].length);
    if (Array.isArray(value))
        return BigInt(value.length);
    if (value instanceof Map)
        return BigInt(value.size);
    throw new Unmatched('no matching overload: size');
}
function integer(value) {
    if (typeof value !== 'bigint')
        throw new Unmatched('no matching overload: an int is needed');
    return Number(value);
}
/** Code points from and up to; istio's rules look at the one behind `unix://`. */
function substring(value, from, to) {
    const points = [...value];
    if (from < 0 || to > points.length || from > to)
        throw new RuleError('index out of range');
    return points.slice(from, to).join('');
}
function plain_values_int(value) {
    const written = plain_values_text(value);
    const found = /^[-+]?\d+$/.test(written) ? BigInt(written.replace('+', '')) : null;
    if (found === null || found !== BigInt.asIntN(64, found)) {
        throw new RuleError(`${JSON.stringify(written)} is no int`);
    }
    return found;
}
function durationOf(written) {
    const count = (0,duration/* parseDuration */.E)(written);
    if (count === null)
        throw new RuleError(`${JSON.stringify(written)} is no duration`);
    return new Nanoseconds(count);
}
function urlOf(written) {
    const url = (0,go_url/* parseRequestUri */.H)(written);
    if (url === null)
        throw new RuleError(`${JSON.stringify(written)} is no URL`);
    return url;
}
const patterns = new Map();
function patternOf(pattern) {
    const found = patterns.get(pattern) ?? build/* RE2JS */.L3.compile(pattern);
    patterns.set(pattern, found);
    return found;
}

;// CONCATENATED MODULE: ./build/schema/plain-operators.js

const RELATIONS = [
    ['==', isEqual],
    ['!=', (a, b) => !isEqual(a, b)],
    ['<=', (a, b) => order(a, b) <= 0],
    ['<', (a, b) => order(a, b) < 0],
    ['>=', (a, b) => order(a, b) >= 0],
    ['>', (a, b) => order(a, b) > 0],
    ['in', (a, b) => range(b).some(entry => isEqual(a, entry))]
];
/** `||` and `&&`: one side that decides is enough, whatever is wrong with the other. */
function decided(left, right, decisive) {
    return scope => {
        try {
            if (bool(left(scope)) === decisive)
                return decisive;
        }
        catch (error) {
            if (bool(right(scope)) === decisive)
                return decisive;
            throw error;
        }
        return bool(right(scope));
    };
}

;// CONCATENATED MODULE: ./build/schema/plain-tokens.js
const PATTERN = /\s+|(?<name>[A-Za-z_]\w*)|(?<int>\d+)(?![\w.])|(?<text>"(?:[^"\\\n]|\\["'\\])*"|'(?:[^'\\\n]|\\["'\\])*')|(?<sign>\|\||&&|[=!<>]=|[-+!<>?:.,()[\]{}])/y;
/** The parts of an expression; `null` where it holds what is not read here. */
function tokensOf(expression) {
    const found = [];
    PATTERN.lastIndex = 0;
    while (PATTERN.lastIndex < expression.length) {
        const groups = PATTERN.exec(expression)?.groups;
        if (groups === undefined)
            return null;
        for (const kind of ['name', 'int', 'text', 'sign']) {
            const value = groups[kind];
            if (value === undefined)
                continue;
            found.push({ kind, value: kind === 'text' ? unquoted(value) : value });
        }
    }
    found.push({ kind: 'end', value: '' });
    return found;
}
function unquoted(written) {
    return written.slice(1, -1).replace(/\\(.)/g, '$1');
}

;// CONCATENATED MODULE: ./build/schema/plain-expression.js



/** Not of the part of CEL that is read here. */
class NotPlain extends Error {
}
/**
 * Compiles the part of CEL in which Istio writes its rules; `null` for an expression beyond it. It says what
 * `@bufbuild/cel` says of them (a test compares both over every rule of every minor) without that library, whose
 * loading costs as much as the validation of a thousand objects.
 */
function plainExpression(text) {
    const tokens = tokensOf(text);
    if (tokens === null)
        return null;
    const parser = new Parser(tokens);
    try {
        const evaluate = parser.whole();
        return {
            usesOldSelf: false,
            nesting: parser.nesting,
            footprint: parser.footprint(),
            run: self => outcomeOf(evaluate, self)
        };
    }
    catch (error) {
        if (error instanceof NotPlain)
            return null;
        throw error;
    }
}
function outcomeOf(evaluate, self) {
    try {
        const value = evaluate(new Map([['self', self]]));
        return { kind: 'value', value };
    }
    catch (error) {
        if (error instanceof RuleError)
            return { kind: 'error', message: error.message };
        if (error instanceof Unmatched)
            return { kind: 'unknown', message: error.message };
        throw error;
    }
}
/** Recursive descent; each method reads one level of precedence. */
class Parser {
    nesting = 0;
    at = 0;
    depth = 0;
    isWhole = false;
    tested = new Set();
    read = new Set();
    names = ['self'];
    tokens;
    constructor(tokens) {
        this.tokens = tokens;
    }
    whole() {
        const found = this.ternary();
        if (this.next.kind !== 'end')
            throw new NotPlain();
        return found;
    }
    footprint() {
        const fields = [...this.tested, ...this.read];
        if (this.isWhole || fields.some(field => field.startsWith('__'))) {
            return { whole: true, tested: [], read: [] };
        }
        return { whole: false, tested: [...this.tested].sort(), read: [...this.read].sort() };
    }
    get next() {
        return this.tokens[this.at] ?? { kind: 'end', value: '' };
    }
    takes(value) {
        const { kind, value: found } = this.next;
        const taken = found === value && (kind === 'sign' || (kind === 'name' && value === 'in'));
        if (taken)
            this.at += 1;
        return taken;
    }
    expect(value) {
        if (!this.takes(value))
            throw new NotPlain();
    }
    name() {
        const { kind, value } = this.next;
        if (kind !== 'name')
            throw new NotPlain();
        this.at += 1;
        return value;
    }
    ternary() {
        const condition = this.either();
        if (!this.takes('?'))
            return condition;
        const then = this.either();
        this.expect(':');
        const otherwise = this.ternary();
        return scope => (bool(condition(scope)) ? then(scope) : otherwise(scope));
    }
    either() {
        let left = this.both();
        while (this.takes('||'))
            left = decided(left, this.both(), true);
        return left;
    }
    both() {
        let left = this.relation();
        while (this.takes('&&'))
            left = decided(left, this.relation(), false);
        return left;
    }
    relation() {
        const left = this.addition();
        for (const [sign, compare] of RELATIONS) {
            if (!this.takes(sign))
                continue;
            const right = this.addition();
            // `a < b < c` is nothing that a rule says.
            return scope => compare(left(scope), right(scope));
        }
        return left;
    }
    addition() {
        let left = this.negation();
        while (this.takes('+')) {
            const [first, second] = [left, this.negation()];
            left = scope => sum(first(scope), second(scope));
        }
        return left;
    }
    negation() {
        if (!this.takes('!'))
            return this.member();
        const inner = this.negation();
        return scope => !bool(inner(scope));
    }
    member() {
        let isSelf = this.next.kind === 'name' && this.next.value === 'self';
        let found = this.primary();
        if (isSelf && !(this.next.value === '.' && this.isField()))
            this.isWhole = true;
        while (this.takes('.')) {
            const target = found;
            const name = this.name();
            if (this.takes('('))
                found = this.method(target, name);
            else {
                if (isSelf)
                    this.read.add(name);
                found = scope => fieldOf(target(scope), name);
            }
            isSelf = false;
        }
        return found;
    }
    /** Whether a field follows, and no method. */
    isField() {
        return this.tokens[this.at + 1]?.kind === 'name' && this.tokens[this.at + 2]?.value !== '(';
    }
    method(target, name) {
        if (name === 'all' || name === 'exists' || name === 'exists_one') {
            return this.comprehension(target, name);
        }
        const call = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
        if (call === undefined)
            throw new NotPlain();
        const args = this.list(')');
        return scope => call(target(scope), args.map(arg => arg(scope)));
    }
    comprehension(target, name) {
        const variable = this.name();
        this.expect(',');
        this.depth += 1;
        this.nesting = Math.max(this.nesting, this.depth);
        this.names.push(variable);
        const body = this.ternary();
        this.names.pop();
        this.depth -= 1;
        this.expect(')');
        const each = (scope) => range(target(scope)).map(value => () => body(new Map([...scope, [variable, value]])));
        if (name === 'exists_one') {
            return scope => each(scope).filter(holds => bool(holds())).length === 1;
        }
        const decisive = name === 'exists';
        return scope => {
            let failed;
            for (const holds of each(scope)) {
                try {
                    if (bool(holds()) === decisive)
                        return decisive;
                }
                catch (error) {
                    failed ??= error;
                }
            }
            if (failed !== undefined)
                throw failed;
            return !decisive;
        };
    }
    primary() {
        const { kind, value } = this.next;
        this.at += 1;
        if (kind === 'text')
            return () => value;
        if (kind === 'int') {
            const number = BigInt(value);
            return () => number;
        }
        if (kind === 'name')
            return this.named(value);
        if (value === '(') {
            const inner = this.ternary();
            this.expect(')');
            return inner;
        }
        if (value === '[') {
            const entries = this.list(']');
            return scope => entries.map(entry => entry(scope));
        }
        if (value === '{') {
            this.expect('}');
            return () => new Map();
        }
        throw new NotPlain();
    }
    named(name) {
        if (name === 'true' || name === 'false')
            return () => name === 'true';
        if (this.takes('('))
            return name === 'has' ? this.has() : this.call(name);
        if (!this.names.includes(name))
            throw new NotPlain();
        return scope => scope.get(name) ?? null;
    }
    call(name) {
        const call = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
        if (call === undefined)
            throw new NotPlain();
        const args = this.list(')');
        return scope => call(args.map(arg => arg(scope)));
    }
    /** `has(self.a.b)`: the last field is asked for, those before it are read. */
    has() {
        const path = [this.name()];
        while (this.takes('.'))
            path.push(this.name());
        this.expect(')');
        const [root = '', first = '', ...rest] = path;
        if (!this.names.includes(root) || path.length < 2)
            throw new NotPlain();
        if (root === 'self')
            (rest.length === 0 ? this.tested : this.read).add(first);
        return scope => {
            let value = scope.get(root) ?? null;
            for (const field of path.slice(1, -1))
                value = fieldOf(value, field);
            return hasField(value, path.at(-1) ?? '');
        };
    }
    list(end) {
        const found = [];
        while (!this.takes(end)) {
            if (found.length > 0)
                this.expect(',');
            found.push(this.ternary());
        }
        return found;
    }
}

;// CONCATENATED MODULE: ./build/schema/plain.js


/**
 * Runs the validation rules of Istio's CRDs without a library for CEL. A rule beyond what is read here is said to be
 * unknown, never passed: for kinds of others load `cel.ts`.
 */
function validatePlainExpressions(manifest, schemas, base) {
    return (0,expressions/* runExpressions */.$)(manifest, schemas, base, compile);
}
const programs = new Map();
function compile(text) {
    const found = programs.get(text) ?? plainExpression(text) ?? BEYOND;
    programs.set(text, found);
    return found;
}
const BEYOND = {
    usesOldSelf: false,
    nesting: 0,
    footprint: { whole: true, tested: [], read: [] },
    run: () => ({ kind: 'unknown', message: 'it is written in a part of CEL that is not read here' })
};


/***/ })

};
