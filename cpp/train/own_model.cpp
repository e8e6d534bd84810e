#include "own_model.h"

#include <map>
#include <utility>

#include "attribution_trainer.h"
#include "mention_trainer.h"
#include "model/model_file.h"
#include "pullquote/error.h"
#include "quotes/model.h"

namespace pullquote::train {

namespace {

using Sections = std::map<std::string, std::vector<std::byte>>;

Sections sections_of(const std::filesystem::path& file) {
  Sections sections;
  const auto model = model::ModelFile::open(file);
  for (const auto& name : model.section_names()) {
    const auto bytes = model.section(name);
    sections[name] = {bytes.begin(), bytes.end()};
  }
  return sections;
}

std::size_t save(const Sections& sections, const std::filesystem::path& out) {
  model::ModelWriter writer;
  for (const auto& [name, bytes] : sections) writer.add(name, bytes);
  writer.save(out);
  return writer.bytes().size();
}

/// What the base has learned of attributions. Throws Error where that is nothing, or nothing that can be built on.
AttributionSections adaptable(const std::filesystem::path& base) {
  const auto file = model::ModelFile::open(base);
  for (const auto name : {quotes::kPartsSection, quotes::kLinksSection, quotes::kAcceptanceSection}) {
    if (file.has_section(name)) continue;
    throw Error(ErrorCode::kModelCorrupt, "the base model has learned no attributions that could be adapted",
                base.string(),
                "name a base that has, or learn them from your articles alone: attributions=\"replace\", on the "
                "command line `--attributions replace`");
  }
  auto sections = attributions_of(file);
  const quotes::Model readable({}, sections.parts, sections.links, sections.acceptance);
  return sections;
}

/// A file that goes when training ends, however it does.
class Draft {
 public:
  explicit Draft(const std::filesystem::path& out) : path(out.string() + ".draft") {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
  }
  const std::filesystem::path path;
};

}  // namespace

std::size_t train_own_model(OwnModel own) {
  // Refuses a base that this version cannot use before minutes go into it.
  { const Background readable(model::ModelFile::open(own.base)); }
  AttributionSections start;
  if (own.adapt && !own.attributed.empty()) start = adaptable(own.base);
  auto sections = sections_of(own.base);
  if (!own.annotated.empty()) {
    const features::Lexicon lexicon(model::FlagTable(sections.at("lexicon")));
    const features::Clusters clusters(sections.at("clusters"));
    const auto examples = make_examples(std::move(own.annotated), lexicon);
    MentionOptions options;
    options.pause = own.pause;
    sections["mentions"] =
        train_mentions(examples, clusters, options, [&](const std::string& line) { own.tell("mentions: " + line); });
  }
  if (!own.attributed.empty()) {
    const Draft draft(own.out);
    save(sections, draft.path);
    const auto file = model::ModelFile::open(draft.path);
    const Background background(file);
    std::vector<AttributedArticle> articles;
    articles.reserve(own.attributed.size());
    for (auto& article : own.attributed) {
      own.pause();
      articles.push_back(analyse(std::move(article), background));
    }
    Articles all;
    for (const auto& article : articles) all.push_back(&article);
    const auto tell = [&](const std::string& line) { own.tell("attributions: " + line); };
    auto learned =
        own.adapt ? adapt_attributions(start, all, tell, own.pause) : train_attributions(all, tell, own.pause);
    sections[std::string(quotes::kPartsSection)] = std::move(learned.parts);
    sections[std::string(quotes::kLinksSection)] = std::move(learned.links);
    sections[std::string(quotes::kAcceptanceSection)] = std::move(learned.acceptance);
  }
  return save(sections, own.out);
}

}  // namespace pullquote::train
