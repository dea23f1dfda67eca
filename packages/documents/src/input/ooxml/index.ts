export { type OfficePackage, openPackage, PACKAGE_LIMITS, type PackageLimits } from "./package.ts";
export { type Relationship, relationshipsOf } from "./relationships.ts";
export { type Attributes, NAMESPACES, readXml, type XmlHandlers } from "./xml.ts";
