#include "schema.h"

namespace pullquote::python {

namespace {

using namespace py::literals;

py::object optional_id(const std::optional<std::uint32_t>& id) { return id ? py::object(py::int_(*id)) : py::none(); }

template <class Items, class Write>
py::list write_list(const Items& items, const Write& write) {
  py::list list(items.size());
  std::size_t i = 0;
  for (const auto& item : items) list[i++] = write(item);
  return list;
}

class Writer {
 public:
  Writer(const Record& record, Spelling spelling) : record_(record), spelling_(spelling) {}

  py::dict document() const {
    const auto& results = record_.results;
    py::list entities(results.entities.size());
    for (std::size_t i = 0; i < results.entities.size(); ++i) entities[i] = entity(i, results.entities[i]);
    py::list quotes(results.quotes.size());
    for (std::size_t i = 0; i < results.quotes.size(); ++i) quotes[i] = quote(i, results.quotes[i]);
    return py::dict("schema"_a = kSchemaVersion, "id"_a = record_.id, "published"_a = iso_date(record_.published),
                    "text"_a = record_.text,
                    "sections"_a = write_list(results.sections, [](const Section& s) { return section(s); }),
                    "entities"_a = entities, "quotes"_a = quotes);
  }

 private:
  static py::dict section(const Section& section) {
    return py::dict("kind"_a = name_of(section.kind, kSectionKindNames), "start"_a = section.span.start,
                    "end"_a = section.span.end);
  }

  py::dict span(Span span) const {
    py::dict out("start"_a = span.start, "end"_a = span.end);
    if (spelling_ == Spelling::kPublished) out["text"] = record_.slice(span);
    return out;
  }

  py::list spans(const std::vector<Span>& spans) const {
    return write_list(spans, [this](Span s) { return span(s); });
  }

  py::dict mention(const Mention& mention) const {
    py::dict out = span(mention.span);
    out["kind"] = name_of(mention.kind, kMentionKindNames);
    out["confidence"] = shortest(mention.confidence);
    return out;
  }

  py::dict entity(std::size_t id, const Entity& entity) const {
    return py::dict("id"_a = id, "label"_a = name_of(entity.label, kLabelNames), "name"_a = to_str(entity.name),
                    "named"_a = entity.named, "aliases"_a = write_list(entity.aliases, to_str),
                    "role"_a = entity.role ? py::object(to_str(*entity.role)) : py::none(),
                    "affiliation"_a = optional_id(entity.affiliation), "value"_a = py::none(),
                    "salience"_a = shortest(entity.salience),
                    "mentions"_a = write_list(entity.mentions, [this](const Mention& m) { return mention(m); }));
  }

  py::dict quote(std::size_t id, const Quote& quote) const {
    return py::dict(
        "id"_a = id, "kind"_a = name_of(quote.kind, kQuoteKindNames), "speaker"_a = optional_id(quote.speaker),
        "content"_a = spans(quote.content), "cue"_a = spans(quote.cue), "source"_a = spans(quote.source),
        "about"_a = write_list(quote.about, [](std::uint32_t i) { return py::int_(i); }),
        "manner"_a = quote.manner ? py::object(to_str(*quote.manner)) : py::none(),
        "polarity"_a = name_of(quote.polarity, kPolarityNames), "confidence"_a = shortest(quote.confidence));
  }

  const Record& record_;
  Spelling spelling_;
};

}  // namespace

py::dict write_document(const Record& record, Spelling spelling) { return Writer(record, spelling).document(); }

}  // namespace pullquote::python
