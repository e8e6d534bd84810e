#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "bindings.h"
#include "pullquote/extractor.h"

namespace pullquote::python {

/// What a caller says about one article, checked: its text, its id and the day it was published.
struct Article {
  /// Raises InputTypeError or InvalidInputError.
  Article(py::handle text, py::handle id, py::handle published);

  py::str text;   ///< the caller's own str; of bytes, what they decode to
  py::object id;  ///< str or None
  std::optional<Date> published;

  /// The text as UTF-8, lone surrogates included; it lives as long as the article.
  [[nodiscard]] std::string_view utf8() const { return utf8_; }

 private:
  py::object encoded_;  // owns what utf8_ views, unless text itself does
  std::string_view utf8_;
};

/// What the Python class Document holds.
struct Record {
  Document results;  ///< its text is empty: `text` takes its place, and one copy is enough
  py::str text;
  py::object id;  ///< str or None
  std::optional<Date> published;

  /// The words of a span, cut from the caller's own str: this is what makes text[m.start:m.end] == m.text true.
  [[nodiscard]] py::str slice(Span span) const;
};

/// What a part of a document keeps: the one Python object of that document. So parts are light, they are made where
/// somebody looks, one that outlives the caller's reference keeps the text it points into, and a pickle of many holds
/// the document once.
class Owner {
 public:
  explicit Owner(const py::object& document) : document_(document), record_(&py::cast<const Record&>(document)) {}

  [[nodiscard]] const py::object& document() const { return document_; }
  [[nodiscard]] const Record& operator*() const { return *record_; }
  [[nodiscard]] const Record* operator->() const { return record_; }

 private:
  py::object document_;
  const Record* record_;
};

struct SpanPart {
  Owner owner;
  Span span;
};
struct SectionPart {
  Owner owner;
  std::uint32_t index;
  [[nodiscard]] const Section& operator*() const { return owner->results.sections[index]; }
  [[nodiscard]] const Section* operator->() const { return &**this; }
};
struct EntityPart {
  Owner owner;
  std::uint32_t index;
  [[nodiscard]] const Entity& operator*() const { return owner->results.entities[index]; }
  [[nodiscard]] const Entity* operator->() const { return &**this; }
};
struct MentionPart {
  Owner owner;
  std::uint32_t entity;
  std::uint32_t index;
  [[nodiscard]] const Mention& operator*() const { return owner->results.entities[entity].mentions[index]; }
  [[nodiscard]] const Mention* operator->() const { return &**this; }
};
struct QuotePart {
  Owner owner;
  std::uint32_t index;
  [[nodiscard]] const Quote& operator*() const { return owner->results.quotes[index]; }
  [[nodiscard]] const Quote* operator->() const { return &**this; }
};

/// UTF-8 of the core as a str, lone surrogates included.
[[nodiscard]] py::str to_str(std::string_view utf8);

/// A str as UTF-8 for the core, lone surrogates included.
[[nodiscard]] std::string to_utf8(py::handle text);

/// "YYYY-MM-DD", or None.
[[nodiscard]] py::object iso_date(const std::optional<Date>& date);

/// The double that is written as shortly as the float: 0.9f is 0.9 and not 0.8999999761581421.
[[nodiscard]] double shortest(float value);

}  // namespace pullquote::python
