export const id = 987;
export const ids = [987];
export const modules = {

/***/ 22987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openSchemaStore: () => (/* binding */ openSchemaStore)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);



/**
 * The tables in `<root>/schemas`, each read when it is first asked for.
 * Throws UserError for a version that is not there.
 */
function openSchemaStore(root) {
    const tables = new Map();
    const minors = new Map();
    function list(project) {
        const known = minors.get(project) ?? listMinors(root, project);
        minors.set(project, known);
        return known;
    }
    function load(project, minor) {
        const key = `${project}/${minor}`;
        let table = tables.get(key);
        if (table === undefined) {
            table = readTable(root, project, minor, list(project));
            tables.set(key, table);
        }
        return table;
    }
    return {
        minors: () => list('istio'),
        gatewayApiMinors: () => list('gateway-api'),
        load: minor => load('istio', minor),
        gatewayApi: minor => load('gateway-api', minor)
    };
}
function readTable(root, project, minor, minors) {
    // Only names that the folder lists become part of a path.
    if (!minors.includes(minor)) {
        const name = project === 'istio' ? 'Istio' : 'Gateway API';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`There is no schema for ${name} ${minor}.`, `Known versions are ${minors.join(', ')}: name one of them by its minor, such as ${minors.at(-1)}.`);
    }
    const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'schemas', project, `${minor}.json`), 'utf8');
    // The file is ours and scripts/schemas.ts wrote it; the format says which shape it has.
    const table = JSON.parse(text);
    if (table.format !== 'meshproof/schemas/v1') {
        throw new Error(`schemas/${project}/${minor}.json has format ${table.format}`);
    }
    return table;
}
function listMinors(root, project) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'schemas', project))
        .filter(name => /^\d+\.\d+\.json$/.test(name))
        .map(name => name.slice(0, -'.json'.length))
        .sort(byNumber);
}
function byNumber(a, b) {
    const [majorA = 0, minorA = 0] = a.split('.').map(Number);
    const [majorB = 0, minorB = 0] = b.split('.').map(Number);
    return majorA - majorB || minorA - minorB;
}


/***/ })

};
