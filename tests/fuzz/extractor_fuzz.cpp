// The whole extractor with the shipped model: spans that lie in the text, numbers that name something, and one answer
// however often it is asked.

#include <cmath>
#include <string>
#include <vector>

#include "fuzz.h"
#include "pullquote/extractor.h"

namespace {

using namespace pullquote;
using fuzz::require;

const Extractor& extractor() {
  static const auto kExtractor = Extractor::open(PULLQUOTE_SOURCE_DIR "/python/pullquote/models/en.pqm");
  return kExtractor;
}

const Gazetteer& gazetteer() {
  static const auto kGazetteer = [] {
    GazetteerBuilder builder;
    builder.add_name(builder.add_entry({Label::kPerson, "Ana Reyes", "p1"}), "Ana Reyes");
    builder.add_name(builder.add_entry({Label::kOrg, "", "o1"}), "harbour office");
    builder.add_pattern(builder.add_entry({Label::kMisc, "", "c"}), R"((?i)case \d+)");
    return std::move(builder).build();
  }();
  return kGazetteer;
}

// Code points as the contract counts them are checked by the target for text; here an upper bound is enough.
void check_span(const Document& document, Span span) {
  require(span.start < span.end && span.end <= document.text.size(), "a span lies in the text and is not empty");
}

void check_spans(const Document& document, const std::vector<Span>& spans) {
  std::uint32_t end = 0;
  for (const auto span : spans) {
    check_span(document, span);
    require(end <= span.start, "spans of a part are in order");
    end = span.end;
  }
}

void check(const Document& document) {
  std::uint32_t end = 0;
  for (const auto& section : document.sections) {
    check_span(document, section.span);
    require(end <= section.span.start, "sections are in order");
    end = section.span.end;
  }
  const auto entities = document.entities.size();
  for (const auto& entity : document.entities) {
    require(!entity.mentions.empty() && !entity.name.empty(), "an entity has a name and is mentioned");
    require(!entity.affiliation || *entity.affiliation < entities, "an affiliation is an entity");
    require(std::isfinite(entity.salience) && entity.salience >= 0 && entity.salience <= 1.0001F, "salience");
    for (const auto& mention : entity.mentions) {
      check_span(document, mention.span);
      require(mention.confidence >= 0 && mention.confidence <= 1, "confidence of a mention");
    }
  }
  for (const auto& quote : document.quotes) {
    require(!quote.content.empty(), "a quote has content");
    for (const auto* spans : {&quote.content, &quote.cue, &quote.source}) check_spans(document, *spans);
    require(!quote.speaker || *quote.speaker < entities, "a speaker is an entity");
    for (const auto entity : quote.about) require(entity < entities, "a quote is about entities");
    require(quote.confidence >= 0 && quote.confidence <= 1, "confidence of a quote");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = fuzz::text_of(data, size);
  const auto document = extractor().extract(bytes);
  check(document);
  require(document.text == bytes, "the text is the caller's");
  Options options;
  options.published = Date{2024, 2, 29};
  options.boilerplate = true;
  options.gazetteer = gazetteer();
  check(extractor().extract(bytes, options));
  // A third run of every text would cost a third of all the inputs tried.
  if (size % 16 == 0) require(extractor().extract(bytes) == document, "the same text has the same answer");
  return 0;
}
