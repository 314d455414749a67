export const id = 657;
export const ids = [657];
export const modules = {

/***/ 78657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   downloadTool: () => (/* binding */ downloadTool)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _sha256_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81690);




const archiveBytes = 200 * 1024 * 1024;
const archiveName = 'archive.tar.gz';
/**
 * The archive is what is kept in the runner's tool cache, and its SHA-256 is compared each time before anything of it
 * is unpacked: a cache that somebody else wrote to is no way in.
 * @returns the binary's path
 * @throws UserError where it cannot be had, or is not what it should be
 */
async function downloadTool(download) {
    const tools = await Promise.all(/* import() */[__webpack_require__.e(58), __webpack_require__.e(805)]).then(__webpack_require__.bind(__webpack_require__, 59805));
    const { name, version, address, sha256, binary, scratch } = download;
    // A changed checksum never meets an old entry.
    const key = `meshproof-${name}-${sha256.slice(0, 12)}`;
    let kept = tools.find(key, version);
    if (kept === '' || !isArchive((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(kept, archiveName), sha256)) {
        const archive = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(scratch.home, `${name}.tar.gz`);
        await fetched(() => tools.downloadTool(address, archive), download);
        if (!isArchive(archive, sha256)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${address} does not have the SHA-256 that is pinned for ${name} ${version}, so it was not unpacked.`, `See what the mirror holds. Where another build is wanted, give tools.${name}.version and tools.${name}.sha256 in the configuration.`);
        }
        kept = await tools.cacheFile(archive, archiveName, key, version);
    }
    const folder = await tools.extractTar((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(kept, archiveName), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(scratch.home, `${name}-bin`));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, binary);
}
async function fetched(work, { name, version, address }) {
    try {
        await work();
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${name} ${version} could not be downloaded from ${address}: ${why}`, `Install ${name} in an earlier step, or name a mirror as tools.${name}.mirror in the configuration.`, { cause: error });
    }
}
function isArchive(path, sha256) {
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
    if (stat === undefined || stat.size > archiveBytes)
        return false;
    return (0,_sha256_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256Of */ .B)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path)) === sha256;
}


/***/ })

};
