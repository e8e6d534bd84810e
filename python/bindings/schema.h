#pragma once

#include <memory>

#include "article.h"

// The published form of a document, as Python dicts and lists: what to_dict gives and from_dict takes.

namespace pullquote::python {

inline constexpr int kSchemaVersion = 1;

/// kPublished is the schema to the letter. kCompact leaves out the text of spans, which the document's own text gives
/// back.
enum class Spelling { kPublished, kCompact };

[[nodiscard]] py::dict write_document(const Record& record, Spelling spelling);

/// The value of an entity as it stands in the schema: a dict, or None.
[[nodiscard]] py::object write_value(const std::optional<Value>& value);

/// Reads either spelling. Raises InputTypeError where it is no mapping and InvalidInputError, with the path of the
/// value, where it cannot be a document. Members that the schema does not know are passed over.
[[nodiscard]] std::shared_ptr<Record> read_document(py::handle source);

}  // namespace pullquote::python
