#include "pullquote/extractor.h"

#include <utility>

#include "model/model_file.h"
#include "quotes/quotes.h"
#include "values/values.h"

namespace pullquote {

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

}  // namespace

struct Extractor::Impl {
  explicit Impl(model::ModelFile file)
      : model(std::move(file)),
        knowledge(model),
        syntax(model),
        quotes(model.has_section(quotes::kPartsSection) ? quotes::Model(model) : quotes::Model()),
        facts{values::Places(table("countries")), values::Currencies(table("currencies"))} {}

  [[nodiscard]] model::FlagTable table(std::string_view section) const {
    return model::FlagTable(model.section(section), section);
  }

  model::ModelFile model;
  entities::Knowledge knowledge;
  syntax::Syntax syntax;
  quotes::Model quotes;
  values::Facts facts;
};

Extractor Extractor::open(const std::filesystem::path& model) {
  return Extractor(std::make_shared<const Impl>(model::ModelFile::open(model)));
}

Document Extractor::extract(std::string_view utf8, const Options& options) const {
  const text::Text text(utf8);
  const auto tokens = tokens::analyse(text);
  const features::Words words(tokens, impl_->knowledge.lexicon);
  const auto parse = impl_->syntax.parse(tokens, words);
  const auto known = gazetteer::find(options.gazetteer, tokens);
  auto linked = entities::find(tokens, words, parse, impl_->knowledge, options.boilerplate, known);
  const auto quotes = quotes::find(tokens, words, linked, parse, impl_->quotes, options.boilerplate, options.verbs);
  // After the quotes, which may add the entity of a speaker.
  const auto salience = entities::salience(tokens, linked);
  auto values = values::find(tokens, linked, salience, impl_->facts, options.published);
  return assemble(tokens, linked, salience, std::move(values), quotes);
}

}  // namespace pullquote
