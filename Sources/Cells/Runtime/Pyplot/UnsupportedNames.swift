/// What matplotlib 3.8 has. Of these names, those that are not offered here say so; others do not exist there either.
enum UnsupportedNames {
  static let pyplot: Set<String> = Set(words(pyplotNames))
  static let axes: [String] = words(axesNames)
  static let figure: [String] = words(figureNames)

  private static func words(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }

  private static let pyplotNames = """
    Annotation Arrow Artist AutoLocator AxLine Axes BackendFilter Button Circle Colormap Figure FigureBase
    FigureCanvasBase FigureManagerBase FixedFormatter FixedLocator FormatStrFormatter Formatter FuncFormatter
    GridSpec IndexLocator Line2D LinearLocator Locator LogFormatter LogFormatterExponent LogFormatterMathtext
    LogLocator MaxNLocator MouseButton MultipleLocator Normalize NullFormatter NullLocator PolarAxes Polygon
    Rectangle ScalarFormatter Slider Subplot SubplotSpec Text TickHelper Widget acorr angle_spectrum annotate
    arrow autoscale autumn axes axhline axhspan axis axline axvline axvspan backend_registry bar bar_label barbs
    barh bone box boxplot broken_barh cla clabel clf clim close cohere color_sequences colorbar colormaps connect
    contour contourf cool copper csd delaxes disconnect draw draw_all draw_if_interactive ecdf errorbar eventplot
    figaspect figimage figlegend fignum_exists figtext figure fill fill_between fill_betweenx findobj flag gca gcf
    gci get get_backend get_cmap get_current_fig_manager get_figlabels get_fignums get_plot_commands
    get_scale_names getp ginput gray grid hexbin hist hist2d hlines hot hsv imread imsave imshow inferno
    install_repl_displayhook interactive ioff ion isinteractive jet legend locator_params loglog magma
    magnitude_spectrum margins matshow minorticks_off minorticks_on new_figure_manager nipy_spectral pause pcolor
    pcolormesh phase_spectrum pie pink plasma plot plot_date polar prism psd quiver quiverkey rc rcParams
    rcParamsDefault rcParamsOrig rc_context rcdefaults rgrids savefig sca scatter sci semilogx semilogy set_cmap
    set_loglevel setp show specgram spring spy stackplot stairs stem step streamplot subplot subplot2grid
    subplot_mosaic subplot_tool subplots subplots_adjust summer suptitle switch_backend table text thetagrids
    tick_params ticklabel_format tight_layout title tricontour tricontourf tripcolor triplot twinx twiny
    uninstall_repl_displayhook violinplot viridis vlines waitforbuttonpress winter xcorr xkcd xlabel xlim xscale
    xticks ylabel ylim yscale yticks
    """

  private static let axesNames = """
    ArtistList acorr add_artist add_callback add_child_axes add_collection add_container add_image add_line
    add_patch add_table angle_spectrum annotate apply_aspect arrow artists autoscale autoscale_view axes axhline
    axhspan axis axison axline axvline axvspan bar bar_label barbs barh bbox boxplot broken_barh bxp callbacks
    can_pan can_zoom child_axes cla clabel clear clipbox cohere collections containers contains contains_point
    contour contourf convert_xunits convert_yunits csd dataLim drag_pan draw draw_artist ecdf end_pan errorbar
    eventplot figure fill fill_between fill_betweenx findobj fmt_xdata fmt_ydata format_coord format_cursor_data
    format_xdata format_ydata get_adjustable get_agg_filter get_alpha get_anchor get_animated get_aspect
    get_autoscale_on get_autoscalex_on get_autoscaley_on get_axes_locator get_axisbelow get_box_aspect
    get_children get_clip_box get_clip_on get_clip_path get_cursor_data get_data_ratio
    get_default_bbox_extra_artists get_facecolor get_fc get_figure get_forward_navigation_events get_frame_on
    get_gid get_gridspec get_images get_in_layout get_label get_legend get_legend_handles_labels get_lines
    get_mouseover get_navigate get_navigate_mode get_path_effects get_picker get_position get_rasterization_zorder
    get_rasterized get_shared_x_axes get_shared_y_axes get_sketch_params get_snap get_subplotspec get_tightbbox
    get_title get_transform get_transformed_clip_path_and_affine get_url get_visible get_window_extent get_xaxis
    get_xaxis_text1_transform get_xaxis_text2_transform get_xaxis_transform get_xbound get_xgridlines get_xlabel
    get_xlim get_xmajorticklabels get_xmargin get_xminorticklabels get_xscale get_xticklabels get_xticklines
    get_xticks get_yaxis get_yaxis_text1_transform get_yaxis_text2_transform get_yaxis_transform get_ybound
    get_ygridlines get_ylabel get_ylim get_ymajorticklabels get_ymargin get_yminorticklabels get_yscale
    get_yticklabels get_yticklines get_yticks get_zorder grid has_data have_units hexbin hist hist2d hlines
    ignore_existing_data_limits images imshow in_axes indicate_inset indicate_inset_zoom inset_axes invert_xaxis
    invert_yaxis is_transform_set label_outer legend legend_ lines locator_params loglog magnitude_spectrum
    margins matshow minorticks_off minorticks_on mouseover name patch patches pchanged pcolor pcolorfast
    pcolormesh phase_spectrum pick pickable pie plot plot_date properties psd quiver quiverkey redraw_in_frame
    relim remove remove_callback reset_position scatter secondary_xaxis secondary_yaxis semilogx semilogy set
    set_adjustable set_agg_filter set_alpha set_anchor set_animated set_aspect set_autoscale_on set_autoscalex_on
    set_autoscaley_on set_axes_locator set_axis_off set_axis_on set_axisbelow set_box_aspect set_clip_box
    set_clip_on set_clip_path set_facecolor set_fc set_figure set_forward_navigation_events set_frame_on set_gid
    set_in_layout set_label set_mouseover set_navigate set_navigate_mode set_path_effects set_picker set_position
    set_prop_cycle set_rasterization_zorder set_rasterized set_sketch_params set_snap set_subplotspec set_title
    set_transform set_url set_visible set_xbound set_xlabel set_xlim set_xmargin set_xscale set_xticklabels
    set_xticks set_ybound set_ylabel set_ylim set_ymargin set_yscale set_yticklabels set_yticks set_zorder sharex
    sharey specgram spines spy stackplot stairs stale stale_callback start_pan stem step sticky_edges streamplot
    table tables text texts tick_params ticklabel_format title titleOffsetTrans transAxes transData transLimits
    transScale tricontour tricontourf tripcolor triplot twinx twiny update update_datalim update_from
    use_sticky_edges viewLim violin violinplot vlines xaxis xaxis_date xaxis_inverted xcorr yaxis yaxis_date
    yaxis_inverted zorder
    """

  private static let figureNames = """
    add_artist add_axes add_axobserver add_callback add_gridspec add_subfigure add_subplot align_labels
    align_titles align_xlabels align_ylabels artists autofmt_xdate axes bbox bbox_inches canvas clear clf clipbox
    colorbar contains convert_xunits convert_yunits delaxes dpi dpi_scale_trans draw draw_artist
    draw_without_rendering figbbox figimage figure findobj format_cursor_data frameon gca get_agg_filter get_alpha
    get_animated get_axes get_children get_clip_box get_clip_on get_clip_path get_constrained_layout
    get_constrained_layout_pads get_cursor_data get_default_bbox_extra_artists get_dpi get_edgecolor get_facecolor
    get_figheight get_figure get_figwidth get_frameon get_gid get_in_layout get_label get_layout_engine
    get_linewidth get_mouseover get_path_effects get_picker get_rasterized get_size_inches get_sketch_params
    get_snap get_suptitle get_supxlabel get_supylabel get_tight_layout get_tightbbox get_transform
    get_transformed_clip_path_and_affine get_url get_visible get_window_extent get_zorder ginput have_units images
    is_transform_set legend legends lines mouseover number patch patches pchanged pick pickable properties remove
    remove_callback savefig sca set set_agg_filter set_alpha set_animated set_canvas set_clip_box set_clip_on
    set_clip_path set_constrained_layout set_constrained_layout_pads set_dpi set_edgecolor set_facecolor
    set_figheight set_figure set_figwidth set_frameon set_gid set_in_layout set_label set_layout_engine
    set_linewidth set_mouseover set_path_effects set_picker set_rasterized set_size_inches set_sketch_params
    set_snap set_tight_layout set_transform set_url set_visible set_zorder show stale stale_callback sticky_edges
    subfigs subfigures subplot_mosaic subplotpars subplots subplots_adjust suppressComposite suptitle supxlabel
    supylabel text texts tight_layout transFigure transSubfigure update update_from waitforbuttonpress zorder
    """
}
