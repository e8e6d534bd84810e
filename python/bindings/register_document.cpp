#include <pybind11/operators.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "article.h"
#include "errors.h"
#include "schema.h"

// The classes of a document. A part equals another by value: spans and sections by what they hold, mentions, entities
// and quotes where they are the same part of equal documents.

namespace pullquote::python {

namespace {

constexpr Py_ssize_t kShownText = 50;  // code points of a text that a repr shows

// ---- equality and hashes ------------------------------------------------------------------------------------------

bool operator==(const Record& a, const Record& b) {
  if (&a == &b) return true;
  return a.published == b.published && a.text.equal(b.text) && a.id.equal(b.id) && a.results == b.results;
}
bool operator==(const SpanPart& a, const SpanPart& b) {
  return a.span == b.span && a.owner->slice(a.span).equal(b.owner->slice(b.span));
}
bool operator==(const SectionPart& a, const SectionPart& b) {
  return *a == *b && a.owner->slice(a->span).equal(b.owner->slice(b->span));
}
bool operator==(const EntityPart& a, const EntityPart& b) { return a.index == b.index && *a.owner == *b.owner; }
bool operator==(const MentionPart& a, const MentionPart& b) {
  return a.entity == b.entity && a.index == b.index && *a.owner == *b.owner;
}
bool operator==(const QuotePart& a, const QuotePart& b) { return a.index == b.index && *a.owner == *b.owner; }

template <class... Values>
Py_hash_t hash_of(const Values&... values) {
  return py::hash(py::make_tuple(values...));
}

// A document's hash takes its text and what it is called; str keeps its own, so this is cheap.
Py_hash_t hash_of(const Record& record) { return hash_of(record.text, record.id, iso_date(record.published)); }
Py_hash_t hash_of(const Record& record, Span span) { return hash_of(span.start, span.end, record.slice(span)); }

// ---- repr -----------------------------------------------------------------------------------------------------------

std::string shown(const py::str& text) {
  const Py_ssize_t length = PyUnicode_GET_LENGTH(text.ptr());
  if (length <= kShownText) return py::cast<std::string>(py::repr(text));
  PyObject* start = PyUnicode_Substring(text.ptr(), 0, kShownText - 1);
  if (start == nullptr) throw py::error_already_set();
  return py::cast<std::string>(py::repr(py::reinterpret_steal<py::str>(start) + py::str("…")));
}

std::string shown(const Record& record, Span span) { return shown(record.slice(span)); }
std::string place(Span span) { return std::to_string(span.start) + ":" + std::to_string(span.end); }
std::string count(std::size_t number, const char* one, const char* many) {
  return std::to_string(number) + " " + (number == 1 ? one : many);
}
std::string string_of(std::string_view text) { return std::string(text); }

std::string repr(const Record& record) {
  std::string out = "Document(";
  if (!record.id.is_none()) out += "id=" + shown(record.id) + ", ";
  if (record.published) out += "published=" + py::cast<std::string>(iso_date(record.published)) + ", ";
  return out + count(static_cast<std::size_t>(PyUnicode_GET_LENGTH(record.text.ptr())), "character", "characters") +
         ", " + count(record.results.entities.size(), "entity", "entities") + ", " +
         count(record.results.quotes.size(), "quote", "quotes") + ")";
}
std::string repr(const SpanPart& part) {
  return "Span(" + place(part.span) + ", " + shown(*part.owner, part.span) + ")";
}
std::string repr(const SectionPart& part) {
  return "Section(" + string_of(name_of(part->kind, kSectionKindNames)) + ", " + place(part->span) + ", " +
         shown(*part.owner, part->span) + ")";
}
std::string repr(const MentionPart& part) {
  return "Mention(" + string_of(name_of(part->kind, kMentionKindNames)) + ", " + place(part->span) + ", " +
         shown(*part.owner, part->span) + ")";
}
std::string repr(const EntityPart& part) {
  return "Entity(" + std::to_string(part.index) + ", " + string_of(name_of(part->label, kLabelNames)) + ", " +
         shown(to_str(part->name)) + ", " + count(part->mentions.size(), "mention", "mentions") + ")";
}

// ---- parts --------------------------------------------------------------------------------------------------------

template <class Make>
py::tuple tuple_of(std::size_t size, const Make& make) {
  py::tuple tuple(size);
  for (std::size_t i = 0; i < size; ++i) tuple[i] = make(i);
  return tuple;
}

py::tuple spans(const Owner& owner, const std::vector<Span>& spans) {
  return tuple_of(spans.size(), [&](std::size_t i) { return SpanPart{owner, spans[i]}; });
}

py::object entity(const Owner& owner, const std::optional<std::uint32_t>& index) {
  return index ? py::cast(EntityPart{owner, *index}) : py::none();
}

py::object optional_str(const std::optional<std::string>& text) {
  return text ? py::object(to_str(*text)) : py::none();
}

py::str content_text(const QuotePart& quote) {
  py::list parts;
  for (const Span span : quote->content) parts.append(quote.owner->slice(span));
  return py::str(" ").attr("join")(parts);
}

std::string repr(const QuotePart& part) {
  const auto& speaker = part->speaker;
  return "Quote(" + std::to_string(part.index) + ", " + string_of(name_of(part->kind, kQuoteKindNames)) +
         ", speaker=" + (speaker ? shown(to_str(part.owner->results.entities[*speaker].name)) : "None") + ", " +
         shown(content_text(part)) + ")";
}

// JSON cannot hold a lone surrogate as it stands, nor can UTF-8: it is written as the escape \udXXX.
py::object escape_surrogates(const py::str& json) {
  if (PyUnicode_IS_ASCII(json.ptr())) return json;
  PyObject* bytes = PyUnicode_AsEncodedString(json.ptr(), "utf-8", "backslashreplace");
  if (bytes == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::bytes>(bytes).attr("decode")("utf-8");
}

py::object to_json(const Record& document, const py::object& indent) {
  using namespace py::literals;
  const py::object dumps = py::module_::import("json").attr("dumps");
  return escape_surrogates(
      dumps(write_document(document, Spelling::kPublished), "ensure_ascii"_a = false, "indent"_a = indent));
}

py::object published(const Record& document) {
  const auto& date = document.published;
  if (!date) return py::none();
  return py::module_::import("datetime").attr("date")(date->year, date->month, date->day);
}

// A pickle names a function of pullquote._restoring and what it is called with. It holds the schema, so that a later
// version of the package reads it.
template <class... Arguments>
py::tuple reduce(const char* function, const Arguments&... arguments) {
  return py::make_tuple(py::module_::import("pullquote._restoring").attr(function), py::make_tuple(arguments...));
}

template <class Part>
auto immutable_class(py::module_& module, const char* name, const char* doc) {
  py::class_<Part, std::shared_ptr<Part>> part(module, name, py::is_final(), doc);
  part.attr("__module__") = "pullquote";
  part.def(
      "__eq__", [](const Part& a, const Part& b) { return a == b; }, py::is_operator());
  part.def("__repr__", [](const Part& self) { return repr(self); });
  // Immutable: its own copy.
  part.def("__copy__", [](py::object self) { return self; });
  part.def("__deepcopy__", [](py::object self, const py::object& /*memo*/) { return self; });
  return part;
}

void register_span(py::module_& module) {
  immutable_class<SpanPart>(module, "Span",
                            "A stretch of a document's text. Offsets are code points, half-open; immutable.")
      .def_property_readonly(
          "start", [](const SpanPart& s) { return s.span.start; }, "The first code point.")
      .def_property_readonly(
          "end", [](const SpanPart& s) { return s.span.end; }, "The code point after the last.")
      .def_property_readonly(
          "text", [](const SpanPart& s) { return s.owner->slice(s.span); }, "The words: document.text[start:end].")
      .def("__hash__", [](const SpanPart& s) { return hash_of(*s.owner, s.span); })
      .def("__reduce__",
           [](const SpanPart& s) { return reduce("span", s.owner.document(), s.span.start, s.span.end); });
}

void register_section(py::module_& module) {
  immutable_class<SectionPart>(
      module, "Section",
      "A part of the article, such as its headline or a paragraph. Offsets are code points, half-open; "
      "immutable.")
      .def_property_readonly(
          "kind", [](const SectionPart& s) { return name_of(s->kind, kSectionKindNames); },
          "headline, byline, dateline, paragraph, caption or boilerplate.")
      .def_property_readonly(
          "start", [](const SectionPart& s) { return s->span.start; }, "The first code point.")
      .def_property_readonly(
          "end", [](const SectionPart& s) { return s->span.end; }, "The code point after the last.")
      .def_property_readonly(
          "text", [](const SectionPart& s) { return s.owner->slice(s->span); }, "The words: document.text[start:end].")
      .def("__hash__", [](const SectionPart& s) { return hash_of(*s.owner, s->span); })
      .def("__reduce__", [](const SectionPart& s) { return reduce("section", s.owner.document(), s.index); });
}

void register_mention(py::module_& module) {
  immutable_class<MentionPart>(
      module, "Mention",
      "One place in the text that refers to an entity. Offsets are code points, half-open; immutable.")
      .def_property_readonly(
          "start", [](const MentionPart& m) { return m->span.start; }, "The first code point.")
      .def_property_readonly(
          "end", [](const MentionPart& m) { return m->span.end; }, "The code point after the last.")
      .def_property_readonly(
          "text", [](const MentionPart& m) { return m.owner->slice(m->span); }, "The words: document.text[start:end].")
      .def_property_readonly(
          "kind", [](const MentionPart& m) { return name_of(m->kind, kMentionKindNames); },
          "name, nominal (\"the minister\") or pronoun.")
      .def_property_readonly(
          "confidence", [](const MentionPart& m) { return shortest(m->confidence); }, "0 to 1.")
      .def_property_readonly(
          "entity",
          [](const MentionPart& m) {
            return EntityPart{m.owner, m.entity};
          },
          "The entity that it refers to.")
      .def("__hash__", [](const MentionPart& m) { return hash_of(*m.owner, m->span); })
      .def("__reduce__", [](const MentionPart& m) { return reduce("mention", m.owner.document(), m.entity, m.index); });
}

void register_entity(py::module_& module) {
  immutable_class<EntityPart>(module, "Entity",
                              "Somebody or something that the article refers to, under one name. Immutable.")
      .def_property_readonly(
          "id", [](const EntityPart& e) { return e.index; }, "Its place in document.entities.")
      .def_property_readonly(
          "label", [](const EntityPart& e) { return name_of(e->label, kLabelNames); },
          "PERSON, ORG, LOC, FAC, NORP, DATE, MONEY, PRODUCT or MISC.")
      .def_property_readonly(
          "name", [](const EntityPart& e) { return to_str(e->name); },
          "Its fullest name; of an entity that is never named, its fullest mention.")
      .def_property_readonly(
          "named", [](const EntityPart& e) { return e->named; }, "Whether the article names it.")
      .def_property_readonly(
          "aliases",
          [](const EntityPart& e) {
            return tuple_of(e->aliases.size(), [&](std::size_t i) { return to_str(e->aliases[i]); });
          },
          "Its other names, in the order of first use.")
      .def_property_readonly(
          "role", [](const EntityPart& e) { return optional_str(e->role); },
          "Its role as written, such as \"Kremlin spokesman\", or None.")
      .def_property_readonly(
          "affiliation", [](const EntityPart& e) { return entity(e.owner, e->affiliation); },
          "The entity that its role belongs to, or None.")
      .def_property_readonly(
          "external_id", [](const EntityPart& e) { return optional_str(e->external_id); },
          "The id that the user's gazetteer or pattern has for it, or None.")
      .def_property_readonly(
          "value", [](const EntityPart& e) { return write_value(e->value); },
          "What a date, a sum of money, or the name of a country, its people or its capital stands for, as a new dict, "
          "or "
          "None. \"type\" says which of three forms it has (pullquote.types.Value).\n\n"
          "DATE: {\"type\", \"iso\", \"start\", \"end\"}. \"iso\" is ISO 8601, or EDTF where that has no form for it: "
          "\"2019-01-23\" (date), \"2019-W04\" (week), \"2019-01\" (month), \"2019-33\" to \"2019-36\" (quarter), "
          "\"2019-21\" "
          "to \"2019-24\" (season, from spring), \"2019\" (year), \"199X\" (decade), \"19XX\" (century), \"2010/2014\" "
          "(range), "
          "\"{2019-05-07,2019-05-09}\" (list), \"P2Y\" (duration), \"R/P1W\" (recurring). \"start\" and \"end\" are "
          "the first "
          "and last day. Each is None where the article does not settle it.\n\n"
          "MONEY: {\"type\": \"money\", \"amount\", \"currency\"}. The amount is in units of the currency (50 cents "
          "are 0.5), "
          "[low, high] for a range, None where it is not said; the currency is ISO 4217 or None.\n\n"
          "LOC and NORP: {\"type\", \"country\", \"alpha3\"}, the codes of ISO 3166-1 (XK for Kosovo); the type is "
          "country, "
          "demonym or capital.")
      .def_property_readonly(
          "salience", [](const EntityPart& e) { return shortest(e->salience); }, "Its weight in the article, 0 to 1.")
      .def_property_readonly(
          "mentions",
          [](const EntityPart& e) {
            return tuple_of(e->mentions.size(), [&](std::size_t i) {
              return MentionPart{e.owner, e.index, static_cast<std::uint32_t>(i)};
            });
          },
          "The places that refer to it, in the order of the text; at least one.")
      .def("__hash__", [](const EntityPart& e) { return hash_of(e.index, to_str(e->name)); })
      .def("__reduce__", [](const EntityPart& e) { return reduce("entity", e.owner.document(), e.index); });
}

void register_quote(py::module_& module) {
  immutable_class<QuotePart>(module, "Quote", "Something said, who said it, and the words that say so. Immutable.")
      .def_property_readonly(
          "id", [](const QuotePart& q) { return q.index; }, "Its place in document.quotes.")
      .def_property_readonly(
          "kind", [](const QuotePart& q) { return name_of(q->kind, kQuoteKindNames); },
          "direct (all of it in quotation marks), mixed, indirect, or scare (a term in quotation marks "
          "that nobody is said to have said).")
      .def_property_readonly(
          "content", [](const QuotePart& q) { return spans(q.owner, q->content); },
          "What was said; several spans where the cue interrupts it, never empty.")
      .def_property_readonly(
          "text", [](const QuotePart& q) { return content_text(q); },
          "The words of all spans of the content, joined by a space.")
      .def_property_readonly(
          "cue", [](const QuotePart& q) { return spans(q.owner, q->cue); },
          "The reporting words, such as \"said\" or \"according to\".")
      .def_property_readonly(
          "source", [](const QuotePart& q) { return spans(q.owner, q->source); },
          "The speaker as it stands in the text, such as \"the minister\".")
      .def_property_readonly(
          "speaker", [](const QuotePart& q) { return entity(q.owner, q->speaker); },
          "The entity that the source resolves to, or None.")
      .def_property_readonly(
          "about",
          [](const QuotePart& q) {
            return tuple_of(q->about.size(), [&](std::size_t i) { return EntityPart{q.owner, q->about[i]}; });
          },
          "The entities that the content mentions, without the speaker.")
      .def_property_readonly(
          "manner",
          [](const QuotePart& q) {
            return q->manner ? py::object(py::str(name_of(*q->manner, kMannerNames))) : py::none();
          },
          "How it was said, of `pullquote.types.Manner`; None without a cue, and of a cue whose words do not say.")
      .def_property_readonly(
          "polarity", [](const QuotePart& q) { return name_of(q->polarity, kPolarityNames); },
          "asserted, negated (\"did not say\") or hypothetical (\"may announce\").")
      .def_property_readonly(
          "confidence", [](const QuotePart& q) { return shortest(q->confidence); }, "0 to 1.")
      .def("__hash__", [](const QuotePart& q) { return hash_of(q.index, content_text(q)); })
      .def("__reduce__", [](const QuotePart& q) { return reduce("quote", q.owner.document(), q.index); });
}

void register_document_class(py::module_& module) {
  using namespace py::literals;
  immutable_class<Record>(
      module, "Document",
      "What was found in one article. Immutable; its parts are made each time they are asked for, so "
      "keep them in a variable inside a loop.")
      .def_property_readonly(
          "id", [](const Record& d) { return d.id; }, "The caller's name for it, or None.")
      .def_property_readonly("published", published, "The day it was published, a datetime.date, or None.")
      .def_property_readonly(
          "text", [](const Record& d) { return d.text; },
          "The caller's own str, which all offsets name; of bytes, what they decode to.")
      .def_property_readonly(
          "sections",
          [](const py::object& self) {
            const Owner owner(self);
            return tuple_of(owner->results.sections.size(), [&](std::size_t i) {
              return SectionPart{owner, static_cast<std::uint32_t>(i)};
            });
          },
          "Headline, paragraphs and so on, in the order of the text.")
      .def_property_readonly(
          "entities",
          [](const py::object& self) {
            const Owner owner(self);
            return tuple_of(owner->results.entities.size(), [&](std::size_t i) {
              return EntityPart{owner, static_cast<std::uint32_t>(i)};
            });
          },
          "Who and what the article refers to, in the order of first mention.")
      .def_property_readonly(
          "quotes",
          [](const py::object& self) {
            const Owner owner(self);
            return tuple_of(owner->results.quotes.size(), [&](std::size_t i) {
              return QuotePart{owner, static_cast<std::uint32_t>(i)};
            });
          },
          "Who said what, in the order of the text.")
      .def(
          "to_dict", [](const Record& d) { return write_document(d, Spelling::kPublished); },
          "The document as dicts and lists, in the published schema. Entities are named by their id.")
      .def("to_json", to_json, "indent"_a = py::none(),
           "The schema as JSON, on one line unless `indent` says how many spaces a level takes. Characters stand as "
           "they are, "
           "but for lone surrogates, which are escaped.")
      .def_static(
          "from_dict", [](const py::object& source) { return read_document(source); }, "source"_a, py::pos_only(),
          "The document that to_dict wrote. Raises InvalidInputError with the place of what cannot be.")
      .def_static(
          "from_json",
          [](const py::object& source) {
            const py::object parse = py::module_::import("pullquote._restoring").attr("parse_json");
            return read_document(parse(source));
          },
          "source"_a, py::pos_only(),
          "The document that to_json wrote, from str or bytes. Raises InvalidInputError with the place of what cannot "
          "be.")
      .def("_span",
           [](const py::object& self, std::size_t start, std::size_t end) {
             const Owner owner(self);
             const auto length = static_cast<std::size_t>(PyUnicode_GET_LENGTH(owner->text.ptr()));
             if (start > end || end > length) raise_invalid_input("the span lies outside of the text", "span");
             return SpanPart{owner,
                             {.start = static_cast<std::uint32_t>(start), .end = static_cast<std::uint32_t>(end)}};
           })
      .def("__hash__", [](const Record& d) { return hash_of(d); })
      .def("__reduce__", [](const Record& d) { return reduce("document", write_document(d, Spelling::kCompact)); });
}

template <std::size_t N>
py::tuple names(const std::array<std::string_view, N>& names) {
  return tuple_of(N, [&](std::size_t i) { return py::str(names[i]); });
}

void register_names(py::module_& module) {
  module.attr("LABELS") = names(kLabelNames);
  module.attr("MENTION_KINDS") = names(kMentionKindNames);
  module.attr("SECTION_KINDS") = names(kSectionKindNames);
  module.attr("QUOTE_KINDS") = names(kQuoteKindNames);
  module.attr("MANNERS") = names(kMannerNames);
  module.attr("POLARITIES") = names(kPolarityNames);
  module.attr("DATE_TYPES") = names(kDateTypeNames);
  module.attr("PLACE_TYPES") = names(kPlaceTypeNames);
}

}  // namespace

void register_document(py::module_& module) {
  py::options options;
  options.disable_function_signatures();
  register_names(module);
  register_span(module);
  register_section(module);
  register_mention(module);
  register_entity(module);
  register_quote(module);
  register_document_class(module);
}

}  // namespace pullquote::python
