#include <array>
#include <cstddef>
#include <utility>

#include "schema.h"

namespace pullquote::python {

namespace {

// A document has hundreds of small dicts with the same few keys and values, so each string is made once per document.
py::str interned(const char* text) {
  PyObject* string = PyUnicode_InternFromString(text);
  if (string == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(string);
}

template <std::size_t N>
std::array<py::str, N> strings(const std::array<std::string_view, N>& names) {
  std::array<py::str, N> out;
  for (std::size_t i = 0; i < N; ++i) out[i] = py::str(names[i]);
  return out;
}

struct Strings {
  py::str schema = interned("schema"), id = interned("id"), published = interned("published"), text = interned("text"),
          sections = interned("sections"), entities = interned("entities"), quotes = interned("quotes"),
          kind = interned("kind"), start = interned("start"), end = interned("end"), label = interned("label"),
          name = interned("name"), named = interned("named"), aliases = interned("aliases"), role = interned("role"),
          affiliation = interned("affiliation"), external_id = interned("external_id"), value = interned("value"),
          salience = interned("salience"), mentions = interned("mentions"), confidence = interned("confidence"),
          speaker = interned("speaker"), content = interned("content"), cue = interned("cue"),
          source = interned("source"), about = interned("about"), manner = interned("manner"),
          polarity = interned("polarity");
  std::array<py::str, kLabelNames.size()> labels = strings(kLabelNames);
  std::array<py::str, kMentionKindNames.size()> mention_kinds = strings(kMentionKindNames);
  std::array<py::str, kSectionKindNames.size()> section_kinds = strings(kSectionKindNames);
  std::array<py::str, kQuoteKindNames.size()> quote_kinds = strings(kQuoteKindNames);
  std::array<py::str, kMannerNames.size()> manners = strings(kMannerNames);
  std::array<py::str, kPolarityNames.size()> polarities = strings(kPolarityNames);
};

template <class Enum, std::size_t N>
const py::str& name_of(Enum value, const std::array<py::str, N>& names) {
  return names[static_cast<std::size_t>(value)];
}

class Object {
 public:
  Object& add(const py::str& key, const py::object& value) {
    if (PyDict_SetItem(dict_.ptr(), key.ptr(), value.ptr()) != 0) throw py::error_already_set();
    return *this;
  }
  [[nodiscard]] py::dict done() { return std::move(dict_); }

 private:
  py::dict dict_;
};

template <class Items, class Write>
py::list write_list(const Items& items, const Write& write) {
  py::list list(items.size());
  py::ssize_t i = 0;
  for (const auto& item : items) PyList_SET_ITEM(list.ptr(), i++, write(item).release().ptr());
  return list;
}

py::object optional_id(const std::optional<std::uint32_t>& id) { return id ? py::object(py::int_(*id)) : py::none(); }
py::object optional_str(const std::optional<std::string>& text) {
  return text ? py::object(to_str(*text)) : py::none();
}
py::object share(float value) { return py::float_(shortest(value)); }

class Writer {
 public:
  Writer(const Record& record, Spelling spelling) : record_(record), spelling_(spelling) {}

  [[nodiscard]] py::dict document() const {
    const auto& results = record_.results;
    std::size_t entity_id = 0;
    std::size_t quote_id = 0;
    return Object()
        .add(s_.schema, py::int_(kSchemaVersion))
        .add(s_.id, record_.id)
        .add(s_.published, iso_date(record_.published))
        .add(s_.text, record_.text)
        .add(s_.sections, write_list(results.sections, [this](const Section& item) { return section(item); }))
        .add(s_.entities, write_list(results.entities, [&](const Entity& item) { return entity(entity_id++, item); }))
        .add(s_.quotes, write_list(results.quotes, [&](const Quote& item) { return quote(quote_id++, item); }))
        .done();
  }

 private:
  [[nodiscard]] py::dict section(const Section& section) const {
    return Object()
        .add(s_.kind, name_of(section.kind, s_.section_kinds))
        .add(s_.start, py::int_(section.span.start))
        .add(s_.end, py::int_(section.span.end))
        .done();
  }

  [[nodiscard]] Object place(Span span) const {
    Object out;
    out.add(s_.start, py::int_(span.start)).add(s_.end, py::int_(span.end));
    if (spelling_ == Spelling::kPublished) out.add(s_.text, record_.slice(span));
    return out;
  }

  [[nodiscard]] py::list spans(const std::vector<Span>& spans) const {
    return write_list(spans, [this](Span span) { return place(span).done(); });
  }

  [[nodiscard]] py::dict mention(const Mention& mention) const {
    return place(mention.span)
        .add(s_.kind, name_of(mention.kind, s_.mention_kinds))
        .add(s_.confidence, share(mention.confidence))
        .done();
  }

  [[nodiscard]] py::dict entity(std::size_t id, const Entity& entity) const {
    return Object()
        .add(s_.id, py::int_(id))
        .add(s_.label, name_of(entity.label, s_.labels))
        .add(s_.name, to_str(entity.name))
        .add(s_.named, py::bool_(entity.named))
        .add(s_.aliases, write_list(entity.aliases, to_str))
        .add(s_.role, optional_str(entity.role))
        .add(s_.affiliation, optional_id(entity.affiliation))
        .add(s_.external_id, optional_str(entity.external_id))
        .add(s_.value, write_value(entity.value))
        .add(s_.salience, share(entity.salience))
        .add(s_.mentions, write_list(entity.mentions, [this](const Mention& item) { return mention(item); }))
        .done();
  }

  [[nodiscard]] py::dict quote(std::size_t id, const Quote& quote) const {
    return Object()
        .add(s_.id, py::int_(id))
        .add(s_.kind, name_of(quote.kind, s_.quote_kinds))
        .add(s_.speaker, optional_id(quote.speaker))
        .add(s_.content, spans(quote.content))
        .add(s_.cue, spans(quote.cue))
        .add(s_.source, spans(quote.source))
        .add(s_.about, write_list(quote.about, [](std::uint32_t entity) { return py::int_(entity); }))
        .add(s_.manner, quote.manner ? py::object(name_of(*quote.manner, s_.manners)) : py::none())
        .add(s_.polarity, name_of(quote.polarity, s_.polarities))
        .add(s_.confidence, share(quote.confidence))
        .done();
  }

  const Record& record_;
  Spelling spelling_;
  Strings s_;
};

}  // namespace

py::dict write_document(const Record& record, Spelling spelling) { return Writer(record, spelling).document(); }

}  // namespace pullquote::python
