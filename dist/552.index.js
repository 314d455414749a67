export const id = 552;
export const ids = [552];
export const modules = {

/***/ 9348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ mapOrEmpty),
/* harmony export */   Bq: () => (/* binding */ filled),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   Tj: () => (/* binding */ map),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   jh: () => (/* binding */ isMap),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   sP: () => (/* binding */ textMap)
/* harmony export */ });
/** Readers of values whose shape the schema room judges: a value of the wrong type reads as absent. */
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function map(value) {
    return isMap(value) ? value : undefined;
}
const NO_FIELDS = Object.freeze(Object.create(null));
const NO_ELEMENTS = Object.freeze([]);
/** The map, or an empty one. */
function mapOrEmpty(value) {
    return isMap(value) ? value : NO_FIELDS;
}
/** The list, or an empty one. */
function list(value) {
    return Array.isArray(value) ? value : NO_ELEMENTS;
}
function text(value) {
    return typeof value === 'string' ? value : undefined;
}
/** Text that is not empty: proto3 does not tell an empty string from an absent one. */
function filled(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function number(value) {
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
function flag(value) {
    return typeof value === 'boolean' ? value : undefined;
}
/** The texts of a list, other elements left out. */
function texts(value) {
    return list(value).filter((element) => typeof element === 'string');
}
/** A map of texts; numbers and booleans are not label values and are left out. */
function textMap(value) {
    const result = Object.create(null);
    for (const [key, entry] of Object.entries(mapOrEmpty(value))) {
        if (typeof entry === 'string')
            result[key] = entry;
    }
    return result;
}
const UNITS = {
    ns: 1e-6,
    us: 1e-3,
    µs: 1e-3,
    μs: 1e-3,
    ms: 1,
    s: 1000,
    m: 60_000,
    h: 3_600_000
};
/** Milliseconds of a Go duration (`1m30s`, `0.5s`); `undefined` where the text is none. Source: Go time.ParseDuration. */
function duration(value) {
    if (typeof value !== 'string')
        return undefined;
    if (/^[-+]?0$/.test(value))
        return 0;
    const body = /^([-+]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.exec(value);
    if (body === null)
        return undefined;
    let total = 0;
    for (const part of (body[2] ?? '').matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)) {
        total += Number(part[1]) * (UNITS[part[2] ?? ''] ?? 0);
    }
    return body[1] === '-' ? -total : total;
}


/***/ }),

/***/ 1552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MINORS: () => (/* binding */ MINORS),
/* harmony export */   NEWEST: () => (/* binding */ NEWEST),
/* harmony export */   detectVersion: () => (/* binding */ detectVersion),
/* harmony export */   minorOf: () => (/* binding */ minorOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9348);

/** Minors that the project knows, oldest first. */
const MINORS = Array.from({ length: 14 }, (_, i) => `1.${18 + i}`);
const NEWEST = '1.31';
/** `1.24` of `1.24`, `1.24.3`, `v1.24.3-distroless`, `1-24-3`; `null` where the text names no known minor. */
function minorOf(value) {
    const found = /(?:^|[^\d.])v?1[.-](\d{2})(?=$|[^\d])/.exec(value);
    const minor = found === null ? null : `1.${found[1]}`;
    return minor !== null && MINORS.includes(minor) ? minor : null;
}
/**
 * The Istio minor that a repository runs: what is given, else an IstioOperator, else the image of istiod
 * or of a proxy in a workload, else the newest known.
 */
function detectVersion(manifests, given) {
    if (given !== undefined) {
        return { minor: given.minor, full: null, why: given.why, place: null };
    }
    for (const manifest of manifests) {
        if (manifest.ref.kind !== 'IstioOperator')
            continue;
        for (const field of ['tag', 'revision']) {
            const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .filled */ .Bq)(manifest.spec[field]);
            const minor = value === undefined ? null : minorOf(value);
            if (value === undefined || minor === null)
                continue;
            const place = { manifest, path: ['spec', field] };
            return { minor, full: value, why: `${field} of IstioOperator ${manifest.ref.name}`, place };
        }
    }
    for (const manifest of manifests) {
        const found = imageVersion(manifest);
        if (found !== null)
            return found;
    }
    return { minor: NEWEST, full: null, why: 'newest known', place: null };
}
const IMAGES = /(?:^|\/)(pilot|proxyv2|istiod|install-cni|ztunnel):(.+)$/;
function imageVersion(manifest) {
    if (!['Deployment', 'DaemonSet', 'Pod', 'StatefulSet'].includes(manifest.ref.kind))
        return null;
    const root = manifest.ref.kind === 'Pod' ? [] : ['spec', 'template'];
    let template = manifest.object;
    for (const key of root)
        template = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(template[key]);
    for (const [index, entry] of (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(template.spec).containers).entries()) {
        const match = IMAGES.exec((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOrEmpty */ .B4)(entry).image) ?? '');
        const tag = match?.[2];
        const minor = tag === undefined ? null : minorOf(tag);
        if (tag === undefined || minor === null)
            continue;
        return {
            minor,
            full: tag,
            why: `image tag of ${match?.[1]} in ${manifest.ref.kind} ${manifest.ref.name}`,
            place: { manifest, path: [...root, 'spec', 'containers', index, 'image'] }
        };
    }
    return null;
}


/***/ })

};
