#include "document/stages.h"

#include <utility>
#include <vector>

#include "text/text.h"
#include "tokens/tokens.h"

namespace pullquote::document {

namespace {

Document assemble(const tokens::TokenizedText& text, const entities::Linked& linked, const std::vector<float>& salience,
                  std::vector<std::optional<Value>> values, const std::vector<quotes::Quote>& quotes) {
  const auto spans = [&](const std::vector<tokens::TokenRange>& ranges) {
    std::vector<Span> out;
    out.reserve(ranges.size());
    for (const auto range : ranges) out.push_back(text.span(range));
    return out;
  };
  Document document;
  document.text = text.text->original();
  for (const auto& section : text.sections) document.sections.push_back({section.kind, text.span(section.tokens)});
  for (const auto& entity : linked.entities) {
    Entity out{.label = entity.label, .named = entity.named, .name = entity.name, .aliases = entity.aliases};
    const auto number = document.entities.size();
    out.value = std::move(values[number]);
    out.salience = salience[number];
    if (entity.role) out.role = text.text->original(text.span(*entity.role));
    out.affiliation = entity.affiliation;
    out.external_id = entity.external_id;
    for (const auto index : entity.mentions) {
      const auto& mention = linked.mentions[index];
      out.mentions.push_back({text.span(mention.tokens), mention.kind, mention.confidence});
    }
    document.entities.push_back(std::move(out));
  }
  for (const auto& quote : quotes) {
    document.quotes.push_back({.kind = quote.kind,
                               .speaker = quote.speaker,
                               .content = spans(quote.content),
                               .cue = spans(quote.cue),
                               .source = spans(quote.source),
                               .about = quote.about,
                               .manner = quote.manner,
                               .polarity = quote.polarity,
                               .confidence = quote.confidence});
  }
  return document;
}

model::FlagTable table(const model::ModelFile& file, std::string_view section) {
  return model::FlagTable(file.section(section), section);
}

}  // namespace

Models::Models(model::ModelFile from)
    : file(std::move(from)),
      knowledge(file),
      syntax(file),
      quotes(file.has_section(quotes::kPartsSection) ? quotes::Model(file) : quotes::Model()),
      facts{values::Places(table(file, "countries")), values::Currencies(table(file, "currencies"))} {}

Document run(const Models& models, std::string_view utf8, const Options& options, Observer* observer) {
  const auto ended = [observer](Stage stage) {
    if (observer != nullptr) observer->ended(stage);
  };
  const text::Text text(utf8);
  ended(Stage::kText);
  const auto tokens = tokens::analyse(text);
  ended(Stage::kTokens);
  const features::Words words(tokens, models.knowledge.lexicon);
  ended(Stage::kWords);
  const auto parse = models.syntax.parse(tokens, words);
  ended(Stage::kSyntax);
  const auto known = gazetteer::find(options.gazetteer, tokens);
  ended(Stage::kGazetteer);
  auto linked = entities::find(tokens, words, parse, models.knowledge, options.boilerplate, known);
  ended(Stage::kEntities);
  std::vector<quotes::Quote> quotes;
  if (options.quotes) {
    quotes = quotes::find(tokens, words, linked, parse, models.quotes, options.boilerplate, options.verbs);
    ended(Stage::kQuotes);
  }
  // After the quotes, which may add the entity of a speaker.
  const auto salience = entities::salience(tokens, linked);
  auto values = values::find(tokens, linked, salience, models.facts, options.published);
  ended(Stage::kValues);
  auto document = assemble(tokens, linked, salience, std::move(values), quotes);
  ended(Stage::kDocument);
  return document;
}

}  // namespace pullquote::document
